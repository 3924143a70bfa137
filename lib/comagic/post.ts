import type { Post } from './client.ts';

/** Bytes of the longest reply that is read. */
const longest = 32 * 1024 * 1024;

/** Posts JSON and reads the reply, both within the time; follows no redirection, which would carry the key elsewhere. */
export function postJson(timeoutMs: number): Post {
  return async (url, body) => {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=UTF-8' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (Number(reply.headers.get('content-length') ?? 0) > longest) throw new Error('the reply is too long');
    return { status: reply.status, body: await reply.text() };
  };
}
