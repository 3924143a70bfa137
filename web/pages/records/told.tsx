/** A text of somebody else's, which may run from right to left. */
export function Told({ children }: { children: string | undefined }) {
  if (children === undefined || children === '') return <span className="soft">—</span>;
  return <bdi title={children}>{children}</bdi>;
}
