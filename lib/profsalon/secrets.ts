import type { Layers } from '../model/contract.ts';
import { isObject, type Json } from '../model/json.ts';
import { folded } from '../reading/folded-name.ts';
import { strikerOf, type Strike } from '../reading/strike.ts';

export const secretName = /(?:token|secret|password|passwd|pwd|authorization|apikey|secretkey)$/;
/** Code units at the end of a name that decide. */
const telling = 100;

/**
 * Events without secrets: fields named like one are gone at any depth, and `secrets` (the tokens presented, the hook key)
 * are struck out of every other string and name. What lies under many events is gone through once.
 */
export function withoutSecrets(events: readonly Layers[], secrets: readonly string[]): Layers[] {
  const strike = strikerOf(secrets);
  const done = new Map<Json, Json>();
  function clean(layer: Json): Json {
    const known = done.get(layer);
    if (known !== undefined) return known;
    const made = struck(layer, strike);
    if (typeof layer === 'object') done.set(layer, made);
    return made;
  }
  return events.map(([under, over]) => (over === undefined ? [clean(under)] : [clean(under), clean(over)]));
}

function struck(value: Json, strike: Strike): Json {
  if (typeof value === 'string') return strike(value);
  if (Array.isArray(value)) return value.map((inner) => struck(inner, strike));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => !isSecret(name));
  // fromEntries, not assignment: a key named `__proto__` stays a key.
  return Object.fromEntries(kept.map(([name, inner]) => [strike(name), struck(inner, strike)]));
}

function isSecret(name: string): boolean {
  return secretName.test(folded(name.slice(-telling)));
}
