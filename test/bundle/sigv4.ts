import { createHash, createHmac } from 'node:crypto';
import type { Taken } from '../../bench/init/stub.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

export interface Authorization {
  accessKeyId: string;
  /** Date, region, service and terminator. */
  scope: string;
  signedHeaders: string[];
  signature: string;
}

const form =
  /^AWS4-HMAC-SHA256 Credential=(\w+)\/(\d{8}\/[\w-]+\/\w+\/aws4_request), SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/;

/** The parts of an Authorization header of Signature Version 4. Throws when it has another form. */
export function authorizationOf({ headers }: Taken): Authorization {
  const [, accessKeyId, scope, signed, signature] = form.exec(headers.authorization!) ?? [];
  if (signature === undefined) throw new Error(`not an authorization: ${headers.authorization}`);
  return { accessKeyId: accessKeyId!, scope: scope!, signedHeaders: signed!.split(';'), signature };
}

/** The signature of a request as AWS would compute it ("Create a signed AWS API request"), for a path without escapes. */
export function signatureOf({ method, path, headers, body }: Taken, secret: string): string {
  const { scope, signedHeaders } = authorizationOf({ headers } as Taken);
  const lines = signedHeaders.map((name) => `${name}:${String(headers[name]).trim()}`);
  const request = [method, path, '', ...lines, '', signedHeaders.join(';'), sha256(body)].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(request)].join('\n');
  const key = scope.split('/').reduce<string | Buffer>((previous, part) => hmac(previous, part), `AWS4${secret}`);
  return hmac(key, text).toString('hex');
}
