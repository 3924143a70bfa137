import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Disk {
  /** Looks whether the folder can be written, after something could not be; answers whether it cannot. */
  check: () => boolean;
  /** What the last look found. While the folder is full, it looks again every second. */
  isFull: () => boolean;
}

/** What LevelDB writes at once when it is opened, in bytes: with less it would only fail again. */
const roomBytes = 4 * 1024 * 1024;

/** Throws an Error for people when the data folder takes nothing from the start. */
export function assertRoom(dataDir: string): void {
  if (!canHold(dataDir)) throw new Error(`${dataDir} cannot be written: make room there, or set DATA_DIR.`);
}

/** Tells people, in one sentence each, that the data folder takes no more and that it does again. */
export function watchDisk(dataDir: string, say: (sentence: string) => void, hasRoom = () => canHold(dataDir)): Disk {
  let full = false;

  async function untilRoom(): Promise<void> {
    say(`There is no room in ${dataDir}: what cannot be kept is answered 503, until there is.`);
    while (!hasRoom()) await sleep(1000, undefined, { ref: false });
    full = false;
    say(`There is room in ${dataDir} again.`);
  }

  return {
    check: () => {
      if (!full && !hasRoom()) {
        full = true;
        void untilRoom();
      }
      return full;
    },
    isFull: () => full,
  };
}

/** Whether a file of that size can be written: that counts quotas and limits in, and what free space alone does not tell. */
function canHold(dataDir: string): boolean {
  const file = join(dataDir, 'room.tmp');
  try {
    writeFileSync(file, Buffer.alloc(roomBytes, 1));
    return true;
  } catch {
    return false;
  } finally {
    rmSync(file, { force: true });
  }
}
