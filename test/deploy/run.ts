import { spawn } from 'node:child_process';

export interface Ran {
  status: number | null;
  output: string;
}

/** Runs a command to its end, a quarter of an hour at most; answers its exit and all that it printed. */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 900_000 });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, output });
    });
  });
}

/** As `run`, but an exit other than 0 is an Error with the end of what was printed. */
export async function mustRun(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const { status, output } = await run(command, args, env);
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${status ?? 'a signal'}:\n${output.slice(-4000)}`);
  return output;
}
