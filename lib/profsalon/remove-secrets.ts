import { isObject, type Json } from '../model/json.ts';

const secretName = /(?:token|secret|password|authorization)\s*$/i;

/**
 * An event without secrets: fields named like one are gone at any depth, and `secrets` (the tokens presented, the hook
 * key) are struck out of every other string and name.
 */
export function removeSecrets(event: Json, secrets: readonly string[]): Json {
  // Longest first: one secret may be a part of another.
  const known = secrets.filter((secret) => secret !== '').sort((a, b) => b.length - a.length);
  const strike = (text: string) => known.reduce((left, secret) => left.replaceAll(secret, () => '***'), text);
  return struck(event, strike);
}

function struck(value: Json, strike: (text: string) => string): Json {
  if (typeof value === 'string') return strike(value);
  if (Array.isArray(value)) return value.map((inner) => struck(inner, strike));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => !secretName.test(name));
  return Object.fromEntries(kept.map(([name, inner]) => [strike(name), struck(inner, strike)]));
}
