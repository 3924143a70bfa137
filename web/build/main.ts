import { builtPage } from './page.ts';

/** `npm run build:web`: builds the page, and says what it holds. */
const files = await builtPage();
for (const [path, bytes] of files) process.stdout.write(`${String(bytes.length).padStart(8)}  ${path}\n`);
