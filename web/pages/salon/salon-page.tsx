import { useState } from 'react';
import { useCabinet } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { useWords } from '../../parts/language.tsx';
import { Link } from '../../parts/link.tsx';
import { PageFailed } from '../../parts/page-failed.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Skeleton } from '../../parts/states.tsx';
import { SalonState } from '../salons/salon-state.tsx';
import type { Salon } from './draft.ts';
import { Deleted } from './deleted.tsx';
import { DeleteSection } from './delete-section.tsx';
import { Guide } from './guide.tsx';
import { Problems } from './problems.tsx';
import { SalonForm } from './salon-form.tsx';
import { Sending } from './sending.tsx';
import { TestSection } from './test-section.tsx';
import { useSalon } from './use-salon.ts';
import { WhatIsPassed } from './what-is-passed.tsx';

/** The settings of one salon. */
export function SalonPage({ id }: { id: string }) {
  const [deleted, setDeleted] = useState<Salon>();
  const { salon, isReady } = useSalon(id, deleted === undefined);
  if (deleted !== undefined) {
    return (
      <Deleted
        salon={deleted}
        onRestored={() => {
          setDeleted(undefined);
        }}
      />
    );
  }
  if (isReady && salon.isSuccess) {
    return (
      <Settings
        salon={salon.data}
        onDeleted={() => {
          setDeleted(salon.data);
        }}
      />
    );
  }
  if (salon.isError) return <PageFailed error={salon.error} onRetry={() => void salon.refetch()} />;
  return <Skeleton rows={6} height={64} />;
}

function Settings({ salon, onDeleted }: { salon: Salon; onDeleted: () => void }) {
  const words = useWords();
  const { fields, imports, salon: said } = useLateWords();
  const { mayChange } = useCabinet();
  return (
    <>
      <nav className="crumbs">
        <Link to="/salons">{words.salons.title}</Link>
      </nav>
      <PageHead title={salon.salonName ?? words.salons.unnamed} about={said.integration}>
        <div className="row">
          <Link to={`/salons/${salon.id}/fields`}>{fields.title}</Link>
          {mayChange && <Link to={`/salons/${salon.id}/import`}>{imports.title}</Link>}
          <SalonState isActive={salon.isActive} silent={salon.silent} problems={salon.problems.length} />
        </div>
      </PageHead>
      <div className="with-aside">
        <SalonForm salon={salon} isReadOnly={!mayChange}>
          <Problems problems={salon.problems} />
        </SalonForm>
        <aside className="aside">
          <Guide salon={salon} />
          <TestSection salon={salon.id} />
          <Sending />
          <WhatIsPassed />
          {mayChange && <DeleteSection salon={salon} onDeleted={onDeleted} />}
        </aside>
      </div>
    </>
  );
}
