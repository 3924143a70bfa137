import type { IncomingMessage } from 'node:http';

/** API Gateway's limit of a request body. */
const maxBodyBytes = 10 * 1024 * 1024;

/** The body of a request; undefined when it is larger than the limit (the rest is read and dropped). */
export async function readBody(request: IncomingMessage, limit = maxBodyBytes): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else resolve(undefined);
    });
    request.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.on('error', reject);
  });
}

/** What API Gateway passes as text; everything else, and bytes that are no UTF-8, travel as base64. */
const textTypes = /^(text\/[\w.+-]+|application\/(json|javascript|xml|[\w.+-]+\+json))$/i;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export interface EventBody {
  body?: string;
  isBase64Encoded: boolean;
}

/** The body as an event carries it, by the request's content type and content encoding. */
export function eventBody(bytes: Buffer, headers: Record<string, string>): EventBody {
  if (bytes.length === 0) return { isBase64Encoded: false };
  const text = isText(headers) ? decoded(bytes) : undefined;
  return text === undefined
    ? { body: bytes.toString('base64'), isBase64Encoded: true }
    : { body: text, isBase64Encoded: false };
}

function isText(headers: Record<string, string>): boolean {
  const type = headers['content-type']?.split(';')[0]?.trim() ?? '';
  return headers['content-encoding'] === undefined && textTypes.test(type);
}

function decoded(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
