import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { people, type PersonName } from './account.ts';
import { writePrivately } from '../write-file.ts';
const passwords = (): Record<PersonName, string> => ({ admin: random(9), viewer: random(9), operator: random(9) });

const secretsSchema = v.object({
  /** The issuer's signing key as a private JWK, so that tokens survive a restart. */
  signingKey: v.looseObject({ kty: v.literal('RSA') }),
  cookieKey: v.string(),
  /** The issuer's port of the last start, part of its tokens' `iss`; 0 before the first. */
  issuerPort: v.number(),
  clientSecret: v.string(),
  operatorSecret: v.string(),
  salonToken: v.string(),
  /** 32 bytes that seal what the parameter store keeps; the access key of the stand-in of CoMagic. A folder of an older version has none yet. */
  parameterKey: v.optional(v.string(), () => random(32)),
  comagicKey: v.optional(v.string(), () => random(24)),
  /** Of people; a folder of an older version has none yet. */
  passwords: v.optional(v.object(v.entriesFromList(people, v.string())), passwords),
});
export type Secrets = v.InferOutput<typeof secretsSchema>;

export interface KeptSecrets {
  secrets: Secrets;
  keep: (changed: Partial<Secrets>) => void;
}

/** The demo's secrets, made once a data folder: tables keep no more than a hash of the salon's token. */
export function demoSecrets(dataDir: string): KeptSecrets {
  const path = join(dataDir, 'secrets.json');
  const secrets = existsSync(path) ? v.parse(secretsSchema, JSON.parse(readFileSync(path, 'utf8'))) : freshSecrets();
  writePrivately(path, secrets);
  return {
    secrets,
    keep: (changed) => {
      writePrivately(path, { ...secrets, ...changed });
    },
  };
}

function freshSecrets(): Secrets {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = privateKey.export({ format: 'jwk' });
  return {
    signingKey: { ...jwk, kty: 'RSA', kid: random(8), alg: 'RS256', use: 'sig' },
    cookieKey: random(32),
    issuerPort: 0,
    clientSecret: random(32),
    operatorSecret: random(32),
    salonToken: random(24),
    parameterKey: random(32),
    comagicKey: random(24),
    passwords: passwords(),
  };
}

const random = (bytes: number) => randomBytes(bytes).toString('base64url');
