import { get as getPlain } from 'node:http';
import { get as getTls } from 'node:https';

const mostBytes = 256 * 1024;

/** The JSON document at a URL. Rejects when it is not there in time, answered by anything but 200, too long or no JSON. */
export async function fetchJson(url: string, timeoutMs: number): Promise<unknown> {
  return JSON.parse(await fetchText(url, timeoutMs));
}

// node:http and not global fetch, which takes 75 ms to load.
function fetchText(url: string, timeoutMs: number): Promise<string> {
  const get = url.startsWith('https:') ? getTls : getPlain;
  return new Promise((resolve, reject) => {
    // The signal bounds the whole exchange; a socket's own time-out would only bound its silences.
    const options = { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(timeoutMs) };
    const request = get(url, options, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > mostBytes) request.destroy(new Error('key set too long'));
        chunks.push(chunk);
      });
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(chunks).toString('utf8'));
        else reject(new Error(`key set answered ${response.statusCode ?? 0}`));
      });
      response.on('error', reject);
    });
    request.on('error', reject);
  });
}
