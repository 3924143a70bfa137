import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Keeps a second process off a data folder, from now until the answered function is called or the process ends, however
 * it ends: the lock is the operating system's, so none is left behind by a kill. Throws when another process holds it.
 */
export function lockData(dataDir: string): () => void {
  const lock = new DatabaseSync(join(dataDir, 'lock.sqlite'));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new Error(`${dataDir} is in use: another local stack runs on it. Stop it, or set DATA_DIR.`);
  }
  return () => {
    lock.close();
  };
}
