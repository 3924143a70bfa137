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
  /** By `npm start`, in a process group of its own, as from a terminal. */
  byNpm?: boolean;
}
export interface RunningStack {
  demo: Demo;
  pid: number;
  /** Waits for its end; answers the exit code. */
  ended: () => Promise<number | null>;
  /** SIGTERM; answers the exit code. */
  stop: () => Promise<number | null>;
  /** SIGKILL. */
  kill: () => Promise<void>;
  /** All that it has printed. */
  output: () => string;
}

/** Starts `local/main.ts` as a process of its own and waits until it is ready; on a free port unless env.PORT says one. */
export async function startStack({ dataDir, env = {}, byNpm = false }: StackOptions): Promise<RunningStack> {
  const demoFile = join(dataDir, 'demo.json');
  rmSync(demoFile, { force: true });
  const port = env['PORT'] ?? String(await freePort());
  const [program, parameter] = byNpm ? ['npm', 'start'] : [process.execPath, 'local/main.ts'];
  const child = spawn(program, [parameter], {
    env: { ...process.env, ...env, PORT: port, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: byNpm,
  });
  const exited = once(child, 'exit');
  const output = outputOf(child);
  while (!existsSync(demoFile)) {
    const end = child.exitCode ?? child.signalCode;
    if (end !== null) throw new Error(`The stack ended with ${end}: ${output()}`);
    await sleep(50);
  }
  const ended = async () => {
    await exited;
    return child.exitCode;
  };
  const endedBy = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended();
  };
  return {
    demo: JSON.parse(readFileSync(demoFile, 'utf8')) as Demo,
    pid: child.pid ?? 0,
    ended,
    stop: () => endedBy('SIGTERM'),
    kill: async () => {
      await endedBy('SIGKILL');
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
