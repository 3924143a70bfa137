import { useAnswer, useCabinet } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { CatalogSection } from './catalog-section.tsx';
import { CheckSection } from './check-section.tsx';
import { ConnectionForm } from './connection-form.tsx';
import { RefusedSection } from './refused-section.tsx';
import { StateSection } from './state-section.tsx';

/** How often (ms) is asked how it stands. */
const every = 5000;

/** How the account is connected with CoMagic, how it stands with sending, and what was refused. */
export function ConnectionPage() {
  const { connection: said } = useLateWords();
  const { mayChange } = useCabinet();
  const connection = useAnswer('GET /api/connection', {}, { every });
  return (
    <>
      <PageHead title={said.title} about={said.about} />
      {connection.isPending && <Skeleton rows={6} height={64} />}
      {connection.isError && <Failed error={connection.error} onRetry={() => void connection.refetch()} />}
      {connection.isSuccess && (
        <>
          {!mayChange && <Notice tone="calm">{said.viewer}</Notice>}
          <div className="with-aside">
            <div className="form">
              <ConnectionForm connection={connection.data} isReadOnly={!mayChange} />
              <RefusedSection />
            </div>
            <aside className="aside">
              <StateSection connection={connection.data} />
              <CheckSection connection={connection.data} />
              <CatalogSection connection={connection.data} />
            </aside>
          </div>
        </>
      )}
    </>
  );
}
