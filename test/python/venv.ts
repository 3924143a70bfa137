import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mustRun } from '../deploy/run.ts';

/** Installs what `test/<suite>/requirements.txt` names into a venv of its own; answers where its programs lie. Rejects when that cannot be. */
export async function venvOf(suite: string, folder = suite): Promise<string> {
  const venv = resolve('.local', folder, 'venv');
  const python = join(venv, 'bin/python');
  if (!existsSync(python)) await mustRun('python3', ['-m', 'venv', venv], process.env);
  const requirements = resolve('test', suite, 'requirements.txt');
  await mustRun(python, ['-m', 'pip', 'install', '--quiet', '--no-deps', '-r', requirements], process.env);
  return join(venv, 'bin');
}
