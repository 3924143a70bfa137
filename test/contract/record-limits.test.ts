import { describe, expect, it } from '@jest/globals';
import { aTelling, E } from './told.ts';

const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
const padded = (at: number) => String(at).padStart(4, '0');
const deal = (data: object) => E('deal.updated', { id: 5, ...data });
const booking = (data: object) => E('booking.updated', { id: 5, ...data });

async function dealOf(...told: object[]) {
  const salon = aTelling();
  await salon.tell(...told);
  return salon.deal('5');
}

describe('a record holds at most', () => {
  it('200 custom fields, those with the smallest keys', async () => {
    const fields = (from: number, count: number) => ({
      custom_fields: many(count, (at) => ({ id: `f${padded(from + at)}`, value: 'x' })),
    });
    const { userFields, warnings } = await dealOf(deal(fields(100, 150)), deal(fields(0, 150)));
    expect(userFields.map(({ id }) => id)).toEqual(many(200, (at) => `f${padded(at)}`));
    expect(warnings).toHaveLength(1);
    expect((await dealOf(deal(fields(0, 200)))).warnings).toEqual([]);
  });

  it('150 KB of custom fields together', async () => {
    const custom_fields = many(200, (at) => ({ id: padded(at), value: 'ж'.repeat(1000) }));
    const told = [
      deal({ custom_fields: custom_fields.slice(0, 70) }),
      deal({ custom_fields: custom_fields.slice(70, 140) }),
    ];
    const { userFields, warnings } = await dealOf(...told);
    const bytes = userFields.reduce((sum, { id, value = '' }) => sum + Buffer.byteLength(id + value), 0);
    expect(bytes).toBeLessThanOrEqual(150 * 1024);
    expect(bytes).toBeGreaterThan(140 * 1024);
    expect(userFields[0]?.id).toBe('0000');
    expect(warnings).toHaveLength(1);
  });

  it('100 services, the first of the list', async () => {
    const salon = aTelling();
    await salon.tell(booking({ services: many(101, (at) => ({ id: at + 1 })) }));
    const { services, warnings } = await salon.request('5');
    expect([services.length, services[0]?.id, services.at(-1)?.id, warnings.length]).toEqual([100, '1', '100', 1]);
  });

  it('100 tags', async () => {
    const { tags, warnings } = await dealOf(deal({ tags: many(101, (at) => `t${at}`) }));
    expect([tags.length, tags[0]?.name, warnings.length]).toEqual([100, 't0', 1]);
    expect((await dealOf(deal({ tags: many(100, (at) => `t${at}`) }))).warnings).toEqual([]);
  });

  it('50 phones and e-mails, the smallest', async () => {
    const phones = (from: number, count: number) => many(count, (at) => `+7916${String(1_000_001 + from + at)}`);
    const emails = (from: number, count: number) => many(count, (at) => `a${padded(from + at)}@b.ru`);
    const client = (from: number) => ({ id: 61, name: 'Анна', phones: phones(from, 30), emails: emails(from, 30) });
    const { contact, warnings } = await dealOf(deal({ client: client(25) }), deal({ client: client(0) }));
    expect(contact?.phones).toEqual(phones(0, 50));
    expect(contact?.emails).toEqual(emails(0, 50));
    expect(warnings).toHaveLength(2);
  });

  it('50 booking ids, the smallest', async () => {
    const { bookingIds, warnings } = await dealOf(
      deal({ booking_ids: many(30, (at) => 1030 + at) }),
      deal({ booking_ids: many(30, (at) => 1000 + at) }),
    );
    expect(bookingIds).toEqual(many(50, (at) => String(1000 + at)));
    expect(warnings).toHaveLength(1);
  });

  it('and a row at most 50 warnings and paths', async () => {
    const salon = aTelling();
    await salon.tell(
      deal({
        services: many(80, () => ({ id: 1, price: 'x' })),
        ...Object.fromEntries(many(80, (at) => [`x${at}`, 1] as const)),
      }),
    );
    const custom_fields = many(80, (at) => ({ id: at + 1, value: 'ж'.repeat(1001) }));
    await salon.tell(
      E('deal.updated', { id: 6, custom_fields, extra: Object.fromEntries(many(80, (at) => [`y${at}`, at] as const)) }),
    );
    for (const { unknownPaths, warnings } of await salon.lines()) {
      expect(unknownPaths).toHaveLength(50);
      expect(warnings.length).toBeLessThanOrEqual(50);
    }
    expect((await salon.deal('6')).warnings.length).toBeLessThanOrEqual(50);
  });
});
