import type { Answer } from '../../api/client.ts';
import { useAnswer } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { useWords } from '../../parts/language.tsx';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Skeleton } from '../../parts/states.tsx';
import { FieldsForm } from './fields-form.tsx';

/** What a salon sends, what of it is read, and names for what is not. */
export function FieldsPage({ id }: { id: string }) {
  const words = useWords();
  const { fields } = useLateWords();
  const salon = useAnswer('GET /api/salons/{id}', { id });
  const seen = useAnswer('GET /api/salons/{id}/fields', { id });
  const error = salon.error ?? seen.error;
  const retry = () => {
    void salon.refetch();
    void seen.refetch();
  };
  return (
    <>
      <nav className="crumbs">
        <Link to="/salons">{words.salons.title}</Link>
        {' / '}
        <Link to={`/salons/${id}`}>{salon.data?.salonName ?? words.salons.unnamed}</Link>
      </nav>
      <PageHead title={fields.title} about={fields.about} />
      {error !== null && <Failed error={error} onRetry={retry} />}
      {error === null && <Loaded salon={salon.data} seen={seen.data} />}
    </>
  );
}

interface LoadedProps {
  salon: Answer<'GET /api/salons/{id}'> | undefined;
  seen: Answer<'GET /api/salons/{id}/fields'> | undefined;
}

function Loaded({ salon, seen }: LoadedProps) {
  const { fields } = useLateWords();
  if (salon === undefined || seen === undefined) return <Skeleton rows={8} />;
  if (seen.deliveries === 0) return <Empty title={fields.emptyTitle}>{fields.empty}</Empty>;
  return <FieldsForm salon={salon} seen={seen} />;
}
