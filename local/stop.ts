import { monotonic } from '../lib/runtime/clock.ts';

/** Ctrl-C reaches us twice, from the terminal and from npm: signals so close together (ms) are one wish. */
const oneWishMs = 1000;

/**
 * Stops by SIGINT or SIGTERM, and exits 0 when that is done. Whoever asks again does not want to wait: exit code 1.
 * npm signals the shell of a script alone, hence `exec` in `npm start`; what follows it there is for Windows, which has none.
 */
export function stopOnSignal(stop: () => Promise<void>, fail: (error: unknown) => never): void {
  let askedAt: number | undefined;
  const onSignal = () => {
    const at = monotonic();
    if (askedAt !== undefined) {
      if (at - askedAt > oneWishMs) process.exit(1);
      return;
    }
    askedAt = at;
    process.stderr.write('Stopping: waiting for what is under way.\n');
    stop().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
