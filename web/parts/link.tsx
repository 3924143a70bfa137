import type { ReactNode } from 'react';
import { Link as Leading } from 'wouter';

/** Leads to another page without loading it anew. `look`: as text, or as a button. */
export function Link({
  to,
  look = 'text',
  children,
}: {
  to: string;
  look?: 'text' | 'main' | 'bare';
  children: ReactNode;
}) {
  const names = { text: 'link', main: 'button button-main', bare: 'link-bare' };
  return (
    <Leading to={to} className={names[look]}>
      {children}
    </Leading>
  );
}
