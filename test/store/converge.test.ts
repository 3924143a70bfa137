import { describe, expect, it } from '@jest/globals';
import { TryAgain } from '../../lib/model/try-again.ts';
import { converge } from '../../lib/store/converge.ts';
import type { Item } from '../../lib/store/table.ts';
import { memoryTable } from './memory-table.ts';

const key = { pk: 'p', sk: 's' };

/** An item that holds texts; joining is union. */
function holding(...texts: string[]): Item {
  const rev = [...new Set(texts)].sort().join();
  return { ...key, rev };
}
const adding = (text: string) => (stored: Item | undefined) => holding(...(stored?.rev.split(',') ?? []), text);

describe('converging on one item', () => {
  it('puts what the step makes of nothing, then of what is stored', async () => {
    const table = memoryTable();
    await converge(table, key, adding('b'));
    expect(await converge(table, key, adding('a'))).toEqual(holding('a', 'b'));
    expect(await table.get('p', 's')).toEqual(holding('a', 'b'));
  });

  it('writes nothing when the step says so or changes nothing, and answers what is stored', async () => {
    const table = memoryTable();
    await expect(converge(table, key, () => undefined)).resolves.toBeUndefined();
    await converge(table, key, adding('a'));
    const readOnly = { ...table, putIf: () => Promise.reject(new Error('written')) };
    await expect(converge(readOnly, key, () => undefined)).resolves.toEqual(holding('a'));
    await expect(converge(readOnly, key, adding('a'))).resolves.toEqual(holding('a'));
  });

  it('keeps what every one of many adds at once', async () => {
    const table = memoryTable();
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((text) => converge(table, key, adding(text))));
    expect(await table.get('p', 's')).toEqual(holding('a', 'b', 'c', 'd', 'e'));
  });

  it('asks for another try when it never wins', async () => {
    const unlucky = { ...memoryTable(), putIf: () => Promise.resolve(false) };
    await expect(converge(unlucky, key, adding('a'))).rejects.toBeInstanceOf(TryAgain);
  });

  it('is done when its own write was stored though the answer was lost', async () => {
    const table = memoryTable();
    const deaf = { ...table, putIf: async (item: Item, rev?: string) => !(await table.putIf(item, rev)) };
    await converge(deaf, key, adding('a'));
    expect(await table.get('p', 's')).toEqual(holding('a'));
  });
});
