import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { openApi } from './openapi.ts';
import { apiPage } from './page.ts';

/** Writes docs/api.md and docs/openapi.json; with `--check` only says whether they are what the model says. */
const files = [
  { name: 'api.md', parser: 'markdown', content: apiPage() },
  { name: 'openapi.json', parser: 'json', content: JSON.stringify(openApi()) },
];

for (const { name, parser, content } of files) {
  const path = new URL(`../${name}`, import.meta.url);
  const laidOut = await format(content, { ...(await resolveConfig(path)), parser });
  if (!process.argv.includes('--check')) {
    await writeFile(path, laidOut);
    continue;
  }
  const there = await readFile(path, 'utf8').catch(() => '');
  if (there === laidOut) continue;
  console.error(`docs/${name} is not what lib/model says. \`npm run docs:api\` writes it anew.`);
  process.exitCode = 1;
}
