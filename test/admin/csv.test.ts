import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { csvOf } from '../../lib/http/csv.ts';
import { wantsCsv } from '../../lib/http/csv-pages.ts';
import { apiRoutes } from '../../lib/model/routes.ts';
import { moneySchema } from '../../lib/model/words.ts';
import { deliveries } from './deliver.ts';
import { startStand, type Stand } from './stand.ts';

const item = v.object({
  text: v.optional(v.string()),
  sum: v.optional(moneySchema),
  at: v.optional(v.string()),
  share: v.optional(v.number()),
  flag: v.optional(v.boolean()),
  part: v.optional(v.object({ id: v.string(), name: v.optional(v.string()) })),
  half: v.optional(
    v.union([v.object({ outcome: v.literal('done') }), v.object({ outcome: v.string(), reason: v.string() })]),
  ),
  list: v.optional(v.array(v.object({ name: v.string(), price: v.optional(v.number()) }))),
});
const lines = (...items: unknown[]) => csvOf(item, items, 'Europe/Moscow').split('\r\n');
/** The row of an item whose only text is this. */
const cellOf = (text: string) => csvOf(v.object({ text: v.string() }), [{ text }], 'UTC').split('text\r\n')[1];

describe('a table', () => {
  it('has a mark, a head, semicolons, CRLF, and a column for each part of a part', () => {
    expect(lines()).toEqual(['\uFEFFtext;sum;at;share;flag;part.id;part.name;half.outcome;half.reason;list', '']);
  });

  it('has decimal commas, local times, lists in one cell, and nothing for what is absent', () => {
    const full = {
      text: 'Ирина',
      sum: 315_050,
      at: '2026-03-14T09:31:05.000Z',
      share: 0.5,
      flag: false,
      part: { id: '7', name: 'Анна' },
      half: { outcome: 'ignored', reason: 'no_id' },
      list: [{ name: 'Маникюр', price: 10 }, { name: 'Педикюр' }],
    };
    expect(lines(full, {})[1]).toBe(
      'Ирина;3150,50;2026-03-14 12:31:05;0,5;false;7;Анна;ignored;no_id;Маникюр 10, Педикюр',
    );
    expect(lines({})[1]).toBe(';;;;;;;;;');
  });

  it.each([
    ['=1+1', `'=1+1`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['+cmd|calc', `'+cmd|calc`],
    ['-2+3', `'-2+3`],
    ['\t=1', `'\t=1`],
    ['+7 916 123-45-67', `'+7 916 123-45-67`],
    ['+79161234567', '+79161234567'],
    ['-5,00', '-5,00'],
    ['a;b', '"a;b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['\r=1', `"'\r=1"`],
  ])('runs nothing and breaks no cell: %j', (text, cell) => {
    expect(cellOf(text)).toBe(`${cell}\r\n`);
  });

  it('is what is asked for by name alone', () => {
    expect(['text/csv', 'application/json, TEXT/CSV;q=0.9'].map(wantsCsv)).toEqual([true, true]);
    expect([undefined, '*/*', 'text/csvx', 'application/json'].map(wantsCsv)).toEqual([false, false, false, false]);
  });
});

describe('lists of the API', () => {
  let stand: Stand;
  const march = { from: '2026-03-01', to: '2026-04-01' };
  const table = (route: string, query: Record<string, string> = {}) =>
    stand.ask(route, { query, event: { headers: { accept: 'text/csv', authorization: bearer } } });
  let bearer = '';
  beforeAll(async () => {
    stand = await startStand();
    bearer = `Bearer ${await stand.tokens.token('admin')}`;
    const { connect, deliver } = deliveries(stand);
    await connect();
    for (let id = 1; id <= 505; id++) {
      await deliver({ event: 'booking.created', data: { id, created_at: '2026-03-14 10:00:00', name: '=ФОРМУЛА' } });
    }
  }, 120_000);
  afterAll(() => stand.close());

  it('are tables of all their pages, when asked', async () => {
    const { status, headers, text } = await table('GET /api/requests', march);
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const [head = '', ...rows] = text.split('\r\n');
    expect(head.startsWith('\uFEFFid;')).toBe(true);
    const ids = rows.filter((row) => row !== '').map((row) => row.split(';')[0]);
    expect([ids.length, new Set(ids).size]).toEqual([505, 505]);
    expect(headers).not.toHaveProperty('x-next-cursor');
  });

  it('are tables wherever the routes say so, and refuse as JSON', async () => {
    const routes = Object.entries(apiRoutes).flatMap(([key, route]) => ('rows' in route ? [key] : []));
    expect(routes).toEqual([
      'GET /api/requests',
      'GET /api/deals',
      'GET /api/contacts',
      'GET /api/events',
      'GET /api/audit',
    ]);
    for (const route of routes) {
      expect([route, (await table(route)).headers['content-type']]).toEqual([route, 'text/csv; charset=utf-8']);
      const refused = await table(route, { from: '2026-02-30' });
      expect([refused.status, refused.body]).toMatchObject([400, { error: { fields: { from: 'invalid' } } }]);
    }
    const other = await table('GET /api/salons');
    expect(other.headers['content-type']).toBe('application/json; charset=utf-8');
  });
});
