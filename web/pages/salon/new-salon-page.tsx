import { useLateWords } from '../../parts/late-words.ts';
import { useWords } from '../../parts/language.tsx';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Guide } from './guide.tsx';
import { NewSalonForm } from './new-salon-form.tsx';
import { WhatIsPassed } from './what-is-passed.tsx';

/** A salon that is about to be connected. */
export function NewSalonPage() {
  const { salons } = useWords();
  const { salon } = useLateWords();
  return (
    <>
      <nav className="crumbs">
        <Link to="/salons">{salons.title}</Link>
      </nav>
      <PageHead title={salon.newTitle} about={salon.value} />
      <div className="with-aside">
        <NewSalonForm />
        <aside className="aside">
          <Guide salon={undefined} />
          <WhatIsPassed />
        </aside>
      </div>
    </>
  );
}
