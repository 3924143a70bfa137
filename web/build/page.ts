import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { firstLoad } from './first-load.ts';

/** The cabinet's files by their path under the origin, without a slash at the start: `index.html`, `assets/…`. */
export type PageFiles = ReadonlyMap<string, Buffer>;

const root = 'web';
const built = `${root}/dist`;
const sources = ['**/*.{ts,tsx,css,html,svg,json}'];

/**
 * The page as it is built from these sources, built only when no build of them is there. Throws an Error when the first
 * load is larger than it may be.
 */
export async function builtPage(): Promise<PageFiles> {
  const folder = `${built}/${digestOfSources()}`;
  if (!existsSync(folder)) await build(folder);
  const paths = globSync('**/*.*', { cwd: folder });
  return new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(`${folder}/${path}`)]));
}

function digestOfSources(): string {
  const hash = createHash('sha256').update(readFileSync('package-lock.json'));
  const paths = globSync(sources, { cwd: root, exclude: ['dist/**'] });
  for (const path of paths.sort()) hash.update(`${path}\0`).update(readFileSync(`${root}/${path}`));
  return hash.digest('hex').slice(0, 16);
}

/** Into a folder of its own first: two who build at the same time leave one whole page, and none ever reads a half. */
async function build(folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(built, { recursive: true });
  // Only now: a page that is built wants no bundler.
  const { bundle } = await import('./bundle.ts');
  await bundle(root, relative(root, draft));
  const { bytes, most } = firstLoad(draft);
  if (bytes > most) {
    rmSync(draft, { recursive: true });
    throw new Error(`The page's first load is ${bytes} bytes of compressed script; ${most} are allowed.`);
  }
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}
