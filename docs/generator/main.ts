import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { apiPage } from './page.ts';

/** Writes docs/api.md; with `--check` only says whether it is what the model says. */
const path = new URL('../api.md', import.meta.url);
const page = await format(apiPage(), { ...(await resolveConfig(path)), parser: 'markdown' });

if (process.argv.includes('--check')) {
  const there = await readFile(path, 'utf8').catch(() => '');
  if (there !== page) {
    console.error('docs/api.md is not what lib/model says. `npm run docs:api` writes it anew.');
    process.exitCode = 1;
  }
} else {
  await writeFile(path, page);
}
