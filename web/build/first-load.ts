import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Bytes of compressed script that a browser may have to load before the first page is seen. */
const most = 160_000;

const scripts = /<(?:script|link)\b[^>]*?(?:src|href)="\/(assets\/[^"]+\.js)"/g;

/** What index.html names: its script, and what that imports at once (the build lists it as `modulepreload`). */
export function firstLoad(folder: string): { bytes: number; most: number } {
  const html = readFileSync(`${folder}/index.html`, 'utf8');
  const sizes = [...html.matchAll(scripts)].map(([, path = '']) => gzipSync(readFileSync(`${folder}/${path}`)).length);
  if (sizes.length === 0) throw new Error('The built page names no script.');
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), most };
}
