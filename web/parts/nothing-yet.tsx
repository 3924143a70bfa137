import type { ReactNode } from 'react';
import { useAnswer, useCabinet } from './cabinet.tsx';
import { useWords } from './language.tsx';
import { Link } from './link.tsx';
import { salonsAsked } from './salon-names.ts';
import { Empty } from './states.tsx';

/** In the place of what deliveries bring: in an account without a salon, the way to connect one. */
export function NothingYet({ title, children }: { title: string; children: ReactNode }) {
  const salons = useAnswer('GET /api/salons', salonsAsked);
  if (salons.isPending) return null;
  return salons.data?.items.length === 0 ? <NoSalons /> : <Empty title={title}>{children}</Empty>;
}

export function NoSalons() {
  const { salons } = useWords();
  const { mayChange } = useCabinet();
  if (!mayChange) return <Empty title={salons.emptyTitle}>{salons.emptyViewer}</Empty>;
  const act = (
    <Link to="/salons/new" look="main">
      {salons.connect}
    </Link>
  );
  return (
    <Empty title={salons.emptyTitle} act={act}>
      {salons.connectFirst}
    </Empty>
  );
}
