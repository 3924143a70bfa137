import { useLocation, useSearch } from 'wouter';

export type View<N extends string> = Partial<Record<N, string>>;

/** What is looked at, as the address says it, and a way to change it: an empty text takes a part away. Never of persons. */
export function useView<N extends string>(names: readonly N[]): [View<N>, (change: View<N>) => void] {
  const parameters = new URLSearchParams(useSearch());
  const [path, navigate] = useLocation();
  const view: View<N> = {};
  for (const name of names) {
    const value = parameters.get(name);
    if (value !== null && value !== '') view[name] = value;
  }
  return [
    view,
    (change) => {
      navigate(`${path}?${parametersOf({ ...view, ...change })}`, { replace: true });
    },
  ];
}

/** A view as an address has it. */
export function parametersOf(view: Record<string, string | undefined>): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(view))
    if (value !== undefined && value !== '') parameters.set(name, value);
  return parameters;
}
