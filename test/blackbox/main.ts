import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** `npm run test:blackbox -- --target FILE`: the suite against a stack that runs somewhere, named by a file like demo.json. */
const { values } = parseArgs({ options: { target: { type: 'string' } } });
const target = values.target === undefined ? {} : { BLACKBOX_TARGET: resolve(values.target) };
const { status } = spawnSync('npm', ['test', '--', 'test/blackbox', '--verbose'], {
  stdio: 'inherit',
  env: { ...process.env, ...target },
});
process.exitCode = status ?? 1;
