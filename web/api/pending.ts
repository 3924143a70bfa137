/** A sign-in under way: all that outlives the way to the issuer and back. */
export interface Pending {
  verifier: string;
  state: string;
  /** Where the person was, as a path with its query. */
  returnTo: string;
}

const names = ['verifier', 'state', 'returnTo'] as const satisfies readonly (keyof Pending)[];

export function keepPending(pending: Pending): void {
  for (const name of names) sessionStorage.setItem(name, pending[name]);
}

/** The sign-in that was under way, once: it is forgotten then. */
export function takePending(): Pending | undefined {
  const [verifier, state, returnTo] = names.map((name) => sessionStorage.getItem(name));
  for (const name of names) sessionStorage.removeItem(name);
  if (!verifier || !state || !returnTo) return undefined;
  return { verifier, state, returnTo };
}
