import { createLocalJWKSet, errors, type JWSHeaderParameters, type LocalJWKSet } from 'jose';
import * as v from 'valibot';
import { ageOf } from '../model/age.ts';

/** The issuer's keys cannot be had: nobody can be told from anybody, which is not the caller's fault. */
export class KeysUnavailable extends Error {
  override name = 'KeysUnavailable';
}

export type KeyOf = (header: JWSHeaderParameters) => ReturnType<LocalJWKSet>;

const keySetSchema = v.object({ keys: v.array(v.looseObject({ kty: v.string() })) });
const freshMs = 10 * 60_000;
/** A token with an unknown key id makes us look again, but not more often than this: anybody can write one. */
const cooldownMs = 30_000;

interface Held {
  keys: LocalJWKSet;
  at: number;
}

export interface TokenKeysDeps {
  fetchKeySet: () => Promise<unknown>;
  now: () => Date;
}

/** The issuer's public keys, by the header of a token. Throws `KeysUnavailable`, or jose's JWKSNoMatchingKey. */
export function tokenKeys(deps: TokenKeysDeps): KeyOf {
  let held: Held | undefined;
  let loading: Promise<Held> | undefined;

  const load = () => {
    loading ??= loadKeys(deps).finally(() => (loading = undefined));
    return loading;
  };
  return async (header) => {
    if (held === undefined || ageOfKeys(deps, held) > freshMs) held = await load();
    try {
      return await held.keys(header);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || ageOfKeys(deps, held) < cooldownMs) throw error;
    }
    held = await load();
    return held.keys(header);
  };
}

function ageOfKeys({ now }: TokenKeysDeps, { at }: Held): number {
  return ageOf(at, now().getTime());
}

async function loadKeys(deps: TokenKeysDeps): Promise<Held> {
  try {
    const keys = createLocalJWKSet(v.parse(keySetSchema, await deps.fetchKeySet()));
    return { keys, at: deps.now().getTime() };
  } catch (error) {
    throw new KeysUnavailable('the key set of the issuer cannot be had', { cause: error });
  }
}
