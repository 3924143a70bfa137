import { useEffect, type ReactNode } from 'react';
import { useWords } from './language.tsx';

/** The name of a page, here and in the browser's tab; what can be done stands at its end. */
export function PageHead({ title, about, children }: { title: string; about?: ReactNode; children?: ReactNode }) {
  const { product } = useWords();
  useEffect(() => {
    document.title = `${title} — ${product}`;
  }, [title, product]);
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {about !== undefined && <div className="page-about">{about}</div>}
      </div>
      {children}
    </header>
  );
}
