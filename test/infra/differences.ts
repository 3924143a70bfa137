/** Where two values differ: path → what stands there in each; of lists of unequal lengths, what only one of them has. */
export type Differences = Record<string, { here?: unknown; there?: unknown }>;

export function differences(here: unknown, there: unknown, path = ''): Differences {
  if (JSON.stringify(here) === JSON.stringify(there)) return {};
  if (Array.isArray(here) && Array.isArray(there) && here.length !== there.length)
    return { [path]: { here: without(here, there), there: without(there, here) } };
  if (!isTree(here) || !isTree(there)) return { [path]: sides(here, there) };
  const names = [...new Set([...Object.keys(here), ...Object.keys(there)])];
  const parts = names.map((name) => differences(here[name], there[name], path === '' ? name : `${path}.${name}`));
  return Object.assign({}, ...parts) as Differences;
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function sides(here: unknown, there: unknown): { here?: unknown; there?: unknown } {
  return { ...(here === undefined ? {} : { here }), ...(there === undefined ? {} : { there }) };
}

function without(list: unknown[], others: unknown[]): unknown[] {
  const known = new Set(others.map((one) => JSON.stringify(one)));
  return list.filter((one) => !known.has(JSON.stringify(one)));
}
