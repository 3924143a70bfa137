import type { ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { Dialog } from '../../parts/dialog.tsx';

interface PanelProps {
  title: string;
  /** The list that it stands beside, which stays as it is looked at. */
  list: 'requests' | 'deals';
  children: ReactNode;
}

/** A record beside its list; its address is its own. */
export function Panel({ title, list, children }: PanelProps) {
  const search = useSearch();
  const [, navigate] = useLocation();
  const close = () => {
    navigate(`/${list}${search === '' ? '' : `?${search}`}`);
  };
  return (
    <Dialog title={title} isOpen look="panel" onClose={close}>
      {children}
    </Dialog>
  );
}

/** A part of a panel under a name. */
export function PanelPart({
  id,
  title,
  about,
  children,
}: {
  id: string;
  title: string;
  about?: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {about !== undefined && <p className="about">{about}</p>}
      {children}
    </section>
  );
}
