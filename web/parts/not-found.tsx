import { useWords } from './language.tsx';
import { Link } from './link.tsx';
import { PageHead } from './page-head.tsx';

/** In the place of a page that there is not. */
export function NotFound() {
  const { states } = useWords();
  return (
    <>
      <PageHead title={states.notFound} about={<bdi>{location.pathname}</bdi>} />
      <p>
        <Link to="/salons">{states.toSalons}</Link>
      </p>
    </>
  );
}
