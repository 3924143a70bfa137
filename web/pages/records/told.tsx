/** A text of somebody else's, which may run from right to left. */
export function Told({ children }: { children: string | undefined }) {
  return children === undefined ? null : <bdi title={children}>{children}</bdi>;
}
