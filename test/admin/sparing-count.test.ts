import { describe, expect, it } from '@jest/globals';
import { sparingCount } from '../../lib/flow/admin/connection/sparing-count.ts';

describe('How many records wait', () => {
  it('is counted again after a minute when there are many, and each time when there are few', async () => {
    let minute = 0;
    let waiting = 999;
    const counted: string[] = [];
    const count = sparingCount(
      (account, kind) => {
        counted.push(`${account} ${kind}`);
        return Promise.resolve(waiting);
      },
      () => new Date(Date.UTC(2026, 2, 20, 9, minute)),
    );
    const now = (account: string) => count(account, 'deal', 10_000);
    expect([await now('a'), await now('a')]).toEqual([999, 999]);
    expect(counted).toHaveLength(2);
    waiting = 1000;
    expect(await now('a')).toBe(1000);
    waiting = 4;
    expect([await now('a'), await now('b')]).toEqual([1000, 4]);
    expect(counted).toEqual(['a deal', 'a deal', 'a deal', 'b deal']);
    minute = 1;
    expect([await now('a'), await now('b')]).toEqual([4, 4]);
    expect(counted).toHaveLength(6);
  });
});
