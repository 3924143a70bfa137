import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { writePrivately } from '../write-file.ts';

export interface ParameterFileOptions {
  /** Made by the first put; only its owner may read it. */
  file: string;
  /** 32 bytes in base64url. */
  secret: string;
}

export interface ParameterFile {
  /** Undefined: there is none of that name. Throws when it was sealed with another secret, or under another name. */
  find: (name: string) => string | undefined;
  put: (name: string, value: string) => void;
  /** Whether there was one. */
  remove: (name: string) => boolean;
}

/** A value as it lies there: nonce, tag and text, each in base64. */
const sealedSchema = v.object({ nonce: v.string(), tag: v.string(), text: v.string() });
type Sealed = v.InferOutput<typeof sealedSchema>;
const fileSchema = v.record(v.string(), sealedSchema);

const cipher = 'aes-256-gcm';

/** Parameters in one file, their values sealed by AES-256-GCM, each under its own name. */
export function parameterFile({ file, secret }: ParameterFileOptions): ParameterFile {
  const key = Buffer.from(secret, 'base64url');
  const read = () => (existsSync(file) ? v.parse(fileSchema, JSON.parse(readFileSync(file, 'utf8'))) : {});
  return {
    find: (name) => {
      const sealed = read()[name];
      return sealed === undefined ? undefined : opened(key, name, sealed);
    },
    put: (name, value) => {
      writePrivately(file, { ...read(), [name]: sealedOf(key, name, value) });
    },
    remove: (name) => {
      const { [name]: removed, ...others } = read();
      if (removed !== undefined) writePrivately(file, others);
      return removed !== undefined;
    },
  };
}

function sealedOf(key: Buffer, name: string, value: string): Sealed {
  const nonce = randomBytes(12);
  const seal = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(name));
  const text = Buffer.concat([seal.update(value, 'utf8'), seal.final()]);
  return { nonce: nonce.toString('base64'), tag: seal.getAuthTag().toString('base64'), text: text.toString('base64') };
}

function opened(key: Buffer, name: string, { nonce, tag, text }: Sealed): string {
  const seal = createDecipheriv(cipher, key, Buffer.from(nonce, 'base64'))
    .setAAD(Buffer.from(name))
    .setAuthTag(Buffer.from(tag, 'base64'));
  return Buffer.concat([seal.update(Buffer.from(text, 'base64')), seal.final()]).toString('utf8');
}
