export type Wakeups = ReturnType<typeof createWakeups>;

/** Long polls asleep until their queue has something new, their time is up, or nobody waits for them any more. */
export function createWakeups() {
  const sleepers = new Map<number, Set<() => void>>();

  function sleep(queue: number, milliseconds: number, signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const others = sleepers.get(queue) ?? new Set();
    const up = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', up);
      others.delete(up);
      resolve(undefined);
    };
    const timer = setTimeout(up, milliseconds);
    signal.addEventListener('abort', up);
    sleepers.set(queue, others.add(up));
    return promise;
  }

  function wake(queue: number): void {
    for (const up of sleepers.get(queue) ?? []) up();
  }

  return { sleep, wake };
}
