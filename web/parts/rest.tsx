import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';

/** What is opened by whoever wants to see it. */
export function Rest({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="rest">
      <summary>
        {title}
        <Icon name="chevron" size={16} />
      </summary>
      {children}
    </details>
  );
}
