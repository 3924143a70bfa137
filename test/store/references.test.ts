import { markNothing } from '../../lib/store/pending.ts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deflateRawSync } from 'node:zlib';
import type { Contact, Reference } from '../../lib/model/references.ts';
import { references } from '../../lib/store/references.ts';
import type { Item, Table } from '../../lib/store/table.ts';
import { aReference, aTuple } from '../build/reference.ts';
import { startEngine, type Engine } from './engine.ts';
import { memoryTable } from './memory-table.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const march = '2026-03-17T14:05:45.000Z';
const january = '2026-01-01T00:00:00.000Z';

/** Joins by which the larger `first` and the union of e-mails stay. */
function store(table: Pick<Table, 'get' | 'query' | 'putIf'> = engine.table('records'), now = () => new Date(0)) {
  return references({
    table,
    joinReference: (one, other) => (one.first >= other.first ? one : other),
    joinContact: (one, other) => ({ ...one, emails: [...new Set([...one.emails, ...other.emails])].sort() }),
    listed: ({ key, emails, createdDateTime }) => ({ key, phones: [], emails, createdDateTime }),
    mark: markNothing,
    now,
  });
}

const stage = (over: Partial<Reference> = {}) => aReference({ key: '3', first: march, ...over });

function aContact(over: Partial<Contact> = {}): Contact {
  return {
    v: 2,
    key: '90311',
    tuples: [],
    phones: [],
    emails: [],
    createdDateTime: '2026-03-14T09:31:05.000Z',
    ...over,
  };
}

describe('references of a salon', () => {
  it('are listed by kind in the order of their keys', async () => {
    for (const key of ['b', 'a', '#']) await store().saveReference('kinds', stage({ key }));
    await store().saveReference('kinds', stage({ kind: 'manager', key: 'm' }));
    await store().saveReference('other salon', stage({ key: 'c' }));
    expect((await store().list('kinds', 'stage')).map(({ key }) => key)).toEqual(['#', 'a', 'b']);
    expect(await store().list('kinds', 'manager')).toEqual([stage({ kind: 'manager', key: 'm' })]);
    expect(await store().list('kinds', 'pipeline')).toEqual([]);
  });

  it('stand in a partition of their kind', async () => {
    const table = memoryTable();
    await store(table).saveReference('arbat', stage());
    await store(table).saveReference('arbat', stage({ kind: 'field' }));
    expect(new Set(table.all().map(({ pk }) => pk)).size).toBe(2);
  });

  it('are joined with what is stored, whichever comes first', async () => {
    const older = stage({ first: january });
    for (const [salon, order] of Object.entries({ up: [older, stage()], down: [stage(), older] })) {
      for (const reference of order) await store().saveReference(salon, reference);
      expect(await store().list(salon, 'stage')).toEqual([stage()]);
    }
  });

  it('may have keys longer than a sort key can be', async () => {
    const long = [stage({ key: '😀'.repeat(255) }), stage({ key: '😀'.repeat(256) })];
    for (const reference of long) await store().saveReference('long', reference);
    expect(await store().list('long', 'stage')).toHaveLength(2);
  });

  it('are listed with those that version 1 kept in the salon’s one partition, joined with their own', async () => {
    const table = memoryTable();
    const old = (kind: string, key: string, first: string) => {
      const properties = { name: { value: 'Новая', version: first } };
      const body = deflateRawSync(JSON.stringify({ v: 1, kind, key, id: '10', properties, first }));
      return table.putIf({ pk: 'arbat#ref', sk: `${kind}#${key}`, rev: 'r', v: 1, body }, undefined);
    };
    await old('stage', '1', january);
    await old('stage', '3', january);
    await old('manager', '7', january);
    await store(table).saveReference('arbat', stage());
    expect(await store(table).list('arbat', 'stage')).toEqual([
      aReference({ key: '1', first: january, tuples: [aTuple({ name: 'Новая' }, january)] }),
      stage(),
    ]);
    expect((await store(table).list('arbat', 'manager')).map(({ key }) => key)).toEqual(['7']);
  });
});

describe('what a process has itself read or written', () => {
  /** A table that counts what is asked of it. */
  function counted() {
    const inner = memoryTable();
    const asked: string[] = [];
    const table = {
      ...inner,
      get: (pk: string, sk: string) => {
        asked.push('get');
        return inner.get(pk, sk);
      },
      putIf: (item: Item, rev: string | undefined) => {
        asked.push('put');
        return inner.putIf(item, rev);
      },
    };
    return { table, asked };
  }

  it('is not read again for a mention that adds nothing to it, for a minute', async () => {
    const { table, asked } = counted();
    const clock = { at: 0 };
    const one = store(table, () => new Date(clock.at));
    await one.saveReference('arbat', stage());
    await one.saveContact('arbat', aContact({ emails: ['a@b.ru'] }), 'demo');
    expect(asked).toEqual(['get', 'put', 'get', 'put']);
    await one.saveReference('arbat', stage());
    await one.saveReference('arbat', stage({ first: january }));
    await one.saveContact('arbat', aContact({ emails: ['a@b.ru'] }), 'demo');
    expect(asked).toHaveLength(4);
    clock.at = 60_001;
    await one.saveReference('arbat', stage());
    expect(asked.slice(4)).toEqual(['get']);
  });

  it('is read again for a mention that adds something, and joined with what others stored since', async () => {
    const { table, asked } = counted();
    const one = store(table);
    await one.saveContact('arbat', aContact({ emails: ['a@b.ru'] }), 'demo');
    await store(table).saveContact('arbat', aContact({ emails: ['c@b.ru'] }), 'demo');
    asked.length = 0;
    await one.saveContact('arbat', aContact({ emails: ['b@b.ru'] }), 'demo');
    expect(asked).toEqual(['get', 'put']);
    // All that was found is known from now on.
    await one.saveContact('arbat', aContact({ emails: ['a@b.ru', 'c@b.ru'] }), 'demo');
    expect(asked).toHaveLength(2);
    expect((await one.contact('arbat', '90311'))?.emails).toEqual(['a@b.ru', 'b@b.ru', 'c@b.ru']);
  });

  it('is nothing that was not stored: a write that failed is done again', async () => {
    const inner = memoryTable();
    let broken = true;
    const one = store({
      ...inner,
      putIf: (item, rev) => (broken ? Promise.reject(new Error('no table')) : inner.putIf(item, rev)),
    });
    await expect(one.saveReference('arbat', stage())).rejects.toThrow('no table');
    broken = false;
    await one.saveReference('arbat', stage());
    expect(await one.list('arbat', 'stage')).toEqual([stage()]);
  });
});

describe('contacts of a salon', () => {
  it('are absent until they are saved', async () => {
    expect(await store().contact('nobody', '90311')).toBeUndefined();
  });

  it('are joined with what is stored, also when many save at once', async () => {
    const emails = ['a@example.ru', 'b@example.ru', 'c@example.ru', 'd@example.ru'];
    await Promise.all(emails.map((email) => store().saveContact('many', aContact({ emails: [email] }), 'demo')));
    expect(await store().contact('many', '90311')).toEqual(aContact({ emails }));
  });

  it('are kept apart by salon and by key, whatever stands in the key', async () => {
    for (const key of ['1', '1#contact', '~x']) await store().saveContact('keys', aContact({ key }), 'demo');
    expect((await store().contact('keys', '1#contact'))?.key).toBe('1#contact');
    expect((await store().contact('keys', '1'))?.key).toBe('1');
    expect(await store().contact('other salon', '1')).toBeUndefined();
  });
});
