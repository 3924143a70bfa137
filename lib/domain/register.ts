import type { Register } from '../model/references.ts';

/** The newer version wins, of equal versions the larger value. */
export function newer(a: Register | undefined, b: Register | undefined): Register | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.version !== b.version) return a.version > b.version ? a : b;
  return a.value > b.value ? a : b;
}
