import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Contact, Reference } from '../../lib/model/references.ts';
import { references } from '../../lib/store/references.ts';
import { startEngine, type Engine } from './engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** Joins by which the larger `first` and the union of phones stay. */
function store() {
  return references({
    table: engine.table('records'),
    joinReference: (one, other) => (one.first >= other.first ? one : other),
    joinContact: (one, other) => ({ ...one, emails: [...new Set([...one.emails, ...other.emails])].sort() }),
  });
}

function aReference(over: Partial<Reference> = {}): Reference {
  return { v: 1, kind: 'stage', key: '3', properties: {}, first: '2026-03-17T14:05:45.000Z', ...over };
}

function aContact(over: Partial<Contact> = {}): Contact {
  return { v: 1, key: '90311', phones: [], emails: [], createdDateTime: '2026-03-14T09:31:05.000Z', ...over };
}

describe('references of a salon', () => {
  it('are listed by kind in the order of their keys', async () => {
    for (const key of ['b', 'a', '#']) await store().saveReference('kinds', aReference({ key }));
    await store().saveReference('kinds', aReference({ kind: 'manager', key: 'm' }));
    await store().saveReference('other salon', aReference({ key: 'c' }));
    expect((await store().list('kinds', 'stage')).map(({ key }) => key)).toEqual(['#', 'a', 'b']);
    expect(await store().list('kinds', 'manager')).toEqual([aReference({ kind: 'manager', key: 'm' })]);
    expect(await store().list('kinds', 'pipeline')).toEqual([]);
  });

  it('are joined with what is stored, whichever comes first', async () => {
    const older = aReference({ first: '2026-01-01T00:00:00.000Z' });
    for (const [salon, order] of Object.entries({ up: [older, aReference()], down: [aReference(), older] })) {
      for (const reference of order) await store().saveReference(salon, reference);
      expect(await store().list(salon, 'stage')).toEqual([aReference()]);
    }
  });

  it('may have keys longer than a sort key can be', async () => {
    const long = [aReference({ key: '😀'.repeat(255) }), aReference({ key: '😀'.repeat(256) })];
    for (const reference of long) await store().saveReference('long', reference);
    expect(await store().list('long', 'stage')).toHaveLength(2);
  });
});

describe('contacts of a salon', () => {
  it('are absent until they are saved', async () => {
    expect(await store().contact('nobody', '90311')).toBeUndefined();
  });

  it('are joined with what is stored, also when many save at once', async () => {
    const emails = ['a@example.ru', 'b@example.ru', 'c@example.ru', 'd@example.ru'];
    await Promise.all(emails.map((email) => store().saveContact('many', aContact({ emails: [email] }))));
    expect(await store().contact('many', '90311')).toEqual(aContact({ emails }));
  });

  it('are kept apart by salon and by key, whatever stands in the key', async () => {
    for (const key of ['1', '1#contact', '~x']) await store().saveContact('keys', aContact({ key }));
    expect((await store().contact('keys', '1#contact'))?.key).toBe('1#contact');
    expect((await store().contact('keys', '1'))?.key).toBe('1');
    expect(await store().contact('other salon', '1')).toBeUndefined();
  });
});
