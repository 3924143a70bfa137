/** A name with something that a machine has said; nothing where it has not. `isAside`: beside what matters more. */
export function CodeLine({
  name,
  code,
  isAside,
}: {
  name: string;
  code: string | number | undefined;
  isAside?: boolean;
}) {
  if (code === undefined) return null;
  return (
    <p className={isAside === true ? 'about' : undefined}>
      {name}: <code>{code}</code>
    </p>
  );
}
