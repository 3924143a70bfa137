import { describe, expect, it } from '@jest/globals';
import { aTelling, E } from './told.ts';

const A = '8 916 111-11-10';
const B = '8 916 222-22-20';
const C = '8 916 333-33-30';
const [a, b, c] = ['+79161111110', '+79162222220', '+79163333330'];
interface Shown {
  id?: string | undefined;
  name?: string | undefined;
  phone?: string | undefined;
  phones: string[];
}

/** Whom a deal and a booking name of which these clients were said, in this order; told in two orders of arrival. */
async function person(...clients: object[]): Promise<Shown> {
  const events = (kind: string) =>
    clients.map((client, at) => E(`${kind}.updated`, { id: 5, client, updated_at: `2026-11-${10 + at}T00:00:00Z` }));
  const found: Shown[] = [];
  for (const order of ['reversed', undefined] as const) {
    const salon = aTelling();
    await salon.tellShuffled(events('deal'), order === undefined ? { times: 2 } : { order });
    await salon.tellShuffled(events('booking'), order === undefined ? { times: 2 } : { order });
    const { id, name, phone, phones = [] } = (await salon.deal('5')).contact ?? {};
    const request = await salon.request('5');
    expect({ name: request.name, phone: request.phone, phones: request.phones }).toEqual({ name, phone, phones });
    expect(request.noContact).toBe(phones.length === 0);
    found.push({
      ...(id === undefined ? {} : { id }),
      ...(name === undefined ? {} : { name }),
      ...(phone === undefined ? {} : { phone }),
      phones,
    });
  }
  expect(found[0]).toEqual(found[1]);
  return found[0]!;
}

describe('two client ids are one person', () => {
  it('when events with them share a phone', async () => {
    expect(await person({ id: 61, name: 'Анна', phone: A }, { id: 62, name: 'Анна К.', phones: [B, A] })).toEqual({
      id: '62',
      name: 'Анна К.',
      phone: b,
      phones: [a, b],
    });
    expect(
      await person({ id: 61, name: 'Анна', phones: [A, C] }, { id: 62, name: 'Анна К.', phones: [A] }),
    ).toMatchObject({ phones: [a, c] });
  });

  it('when events with them share an e-mail', async () => {
    expect(await person({ id: 61, phone: A, email: 'x@y.ru' }, { id: 62, name: 'Анна', email: 'X@Y.ru' })).toEqual({
      id: '62',
      name: 'Анна',
      phone: a,
      phones: [a],
    });
  });

  it('when one of them never came with either, and their names are equal', async () => {
    expect(await person({ id: 61, name: 'Анна', phone: A }, { id: 63, name: 'Анна' })).toEqual({
      id: '63',
      name: 'Анна',
      phone: a,
      phones: [a],
    });
    expect(await person({ id: 63, name: 'Анна' }, { id: 61, name: 'Анна', phone: A })).toEqual({
      id: '61',
      name: 'Анна',
      phone: a,
      phones: [a],
    });
  });

  it('not when both came with phones of their own, whatever their names', async () => {
    expect(await person({ id: 61, name: 'Анна', phone: A }, { id: 63, name: 'Анна', phone: B })).toEqual({
      id: '63',
      name: 'Анна',
      phone: b,
      phones: [b],
    });
  });

  it('not when their names differ', async () => {
    expect(await person({ id: 61, name: 'Анна', phone: A }, { id: 63, name: 'Вера' })).toEqual({
      id: '63',
      name: 'Вера',
      phones: [],
    });
  });

  it('also through a third', async () => {
    expect(
      await person({ id: 1, name: 'x', phone: A }, { id: 2, phones: [A, B] }, { id: 3, name: 'y', phone: B }),
    ).toMatchObject({ id: '3', phones: [a, b] });
  });

  it('not by a placeholder: seven equal digits are never used for matching', async () => {
    const zeros = '8 900 000-00-00';
    const { phones } = await person(
      { id: 61, name: 'Анна', phones: [A, zeros] },
      { id: 63, name: 'Вера', phones: [B, zeros] },
    );
    expect(phones).toContain(b);
    expect(phones).not.toContain(a);
  });
});

describe('the person is the one last named', () => {
  it('by an event with a client id and a name, a phone or an e-mail', async () => {
    expect(
      await person({ id: 61, name: 'Анна', phone: A }, { id: 63, name: 'Вера', phone: B }, { id: 61, name: 'Анна' }),
    ).toEqual({ id: '61', name: 'Анна', phone: a, phones: [a] });
    expect(await person({ id: 61, name: 'Анна', phone: A }, { id: 63, phone: B })).toEqual({
      id: '63',
      phone: b,
      phones: [b],
    });
  });

  it('not by an id alone: that speaks of the one named last before', async () => {
    expect(await person({ id: 61, name: 'Анна', phone: A }, { id: 63 })).toEqual({
      id: '63',
      name: 'Анна',
      phone: a,
      phones: [a],
    });
  });

  it('of whom events without an id speak, too', async () => {
    expect(await person({ id: 61, name: 'Анна', phone: A }, { phone: B })).toEqual({
      id: '61',
      name: 'Анна',
      phone: b,
      phones: [a, b],
    });
    expect(await person({ id: 61, name: 'Анна', phone: A }, { id: 63, name: 'Вера' }, { phone: C })).toEqual({
      id: '63',
      name: 'Вера',
      phone: c,
      phones: [c],
    });
  });

  it('of the first named, when none was before them', async () => {
    expect(await person({ phone: C }, { id: 61, name: 'Анна' })).toEqual({
      id: '61',
      name: 'Анна',
      phone: c,
      phones: [c],
    });
    expect(await person({ phone: C }, { id: 61, name: 'Анна' }, { id: 63, name: 'Вера' })).toEqual({
      id: '63',
      name: 'Вера',
      phones: [],
    });
    expect(await person({ id: 60 }, { name: 'Аня', phone: C }, { id: 61, phone: A })).toMatchObject({
      id: '61',
      name: 'Аня',
      phones: [a, c],
    });
  });

  it('or whoever was said, when no event named one with an id', async () => {
    expect(await person({ name: 'Анна', phone: A }, { name: 'Вера', phone: B })).toEqual({
      name: 'Вера',
      phone: b,
      phones: [a, b],
    });
    expect(await person({ name: 'Анна' }, { phone: A })).toEqual({ name: 'Анна', phone: a, phones: [a] });
    expect(await person({ id: 61 })).toEqual({ id: '61', phones: [] });
  });
});

describe('phones of the person', () => {
  it('only grow; the main one is the first that the last event with phones lists', async () => {
    expect(await person({ id: 61, phones: [B, A] }, { id: 61, name: 'Анна' })).toMatchObject({
      phone: b,
      phones: [a, b],
    });
    expect(await person({ id: 61, phones: [B, A] }, { id: 61, phones: [C] })).toMatchObject({
      phone: c,
      phones: [a, b, c],
    });
    expect(await person({ id: 61, phones: [B, A] }, { id: 61, phones: [A] })).toMatchObject({
      phone: a,
      phones: [a, b],
    });
  });
});
