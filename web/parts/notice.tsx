import type { ReactNode } from 'react';

/** Something to know before going on. `bad` is read out at once. */
export function Notice({
  tone,
  title,
  children,
}: {
  tone: 'bad' | 'warn' | 'calm';
  title?: string;
  children?: ReactNode;
}) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'note'}>
      {title !== undefined && <strong>{title}</strong>}
      {children}
    </div>
  );
}
