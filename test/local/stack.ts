import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Demo } from '../../local/demo/demo.ts';

export interface StackOptions {
  dataDir: string;
  env?: Record<string, string>;
}
export interface RunningStack {
  demo: Demo;
  /** SIGTERM; answers the exit code. */
  stop: () => Promise<number | null>;
  /** SIGKILL. */
  kill: () => Promise<void>;
  /** All that it has printed. */
  output: () => string;
}

/** Starts `local/main.ts` as a process of its own and waits until it is ready; on a free port unless env.PORT says one. */
export async function startStack({ dataDir, env = {} }: StackOptions): Promise<RunningStack> {
  const demoFile = join(dataDir, 'demo.json');
  rmSync(demoFile, { force: true });
  const port = env['PORT'] ?? String(await freePort());
  const child = spawn(process.execPath, ['local/main.ts'], {
    env: { ...process.env, ...env, PORT: port, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const output = outputOf(child);
  while (!existsSync(demoFile)) {
    const end = child.exitCode ?? child.signalCode;
    if (end !== null) throw new Error(`The stack ended with ${end}: ${output()}`);
    await sleep(50);
  }
  const ended = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
    return child.exitCode;
  };
  return {
    demo: JSON.parse(readFileSync(demoFile, 'utf8')) as Demo,
    stop: () => ended('SIGTERM'),
    kill: async () => {
      await ended('SIGKILL');
    },
    output,
  };
}

function outputOf(child: ChildProcess): () => string {
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(String(chunk)));
  return () => chunks.join('');
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
