import { describe, expect, it } from '@jest/globals';
import { inTurns } from '../../lib/store/in-turns.ts';

/** Runs that end when the test says so. */
function aRun() {
  const started: { key: string; end: (answer: string) => void; fail: (error: Error) => void }[] = [];
  const run = inTurns(
    (key: string) => key,
    (key: string) =>
      new Promise<string>((end, fail) => {
        started.push({ key, end, fail });
      }),
  );
  return { run, started };
}

/** Lets what can go on go on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('inTurns', () => {
  it('lets who comes during a run wait for one more, however many they are', async () => {
    const { run, started } = aRun();
    const first = run('a');
    const others = [run('a'), run('a'), run('a')];
    await settled();
    expect(started).toHaveLength(1);
    started[0]!.end('one');
    expect(await first).toBe('one');
    await settled();
    expect(started).toHaveLength(2);
    started[1]!.end('two');
    expect(await Promise.all(others)).toEqual(['two', 'two', 'two']);
  });

  it('never lets anybody join a run that has begun', async () => {
    const { run, started } = aRun();
    void run('a');
    const waiting = run('a');
    started[0]!.end('one');
    await settled();
    const late = run('a');
    started[1]!.end('two');
    expect(await waiting).toBe('two');
    await settled();
    started[2]!.end('three');
    expect(await late).toBe('three');
  });

  it('keeps keys apart', async () => {
    const { run, started } = aRun();
    const both = [run('a'), run('b')];
    expect(started.map(({ key }) => key)).toEqual(['a', 'b']);
    for (const { key, end } of started) end(key);
    expect(await Promise.all(both)).toEqual(['a', 'b']);
  });

  it('tells a failure to those of the run alone', async () => {
    const { run, started } = aRun();
    const first = run('a');
    const next = run('a');
    started[0]!.fail(new Error('broken'));
    await expect(first).rejects.toThrow('broken');
    await settled();
    started[1]!.end('fine');
    expect(await next).toBe('fine');
    const later = run('a');
    started[2]!.end('idle again');
    expect(await later).toBe('idle again');
  });
});
