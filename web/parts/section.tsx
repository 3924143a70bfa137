import { useId, type ReactNode } from 'react';

/** A part of a form, under a name. */
export function Section({
  title,
  about,
  aside,
  children,
}: {
  title: string;
  about?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="sheet section" aria-labelledby={id}>
      <header className="section-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {about !== undefined && <p className="section-about">{about}</p>}
      {children}
    </section>
  );
}
