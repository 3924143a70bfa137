import { spawnSync } from 'node:child_process';

/** Runs `npm run simulate` against the stack of a data folder; answers its exit, what it printed, and the key of its account. */
export function simulate(dataDir: string, words: readonly string[]) {
  const { status, stdout } = spawnSync(process.execPath, ['commands/simulate/main.ts', ...words], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  return { status, stdout, account: /^account (\S+):/.exec(stdout)?.[1] ?? '' };
}
