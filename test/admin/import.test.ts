import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { deliveries, ago } from './deliver.ts';
import { importing } from './importing.ts';
import { ownQueues, type OwnQueues } from './own-queues.ts';
import { startStand, type Stand } from './stand.ts';

let own: OwnQueues;
let stand: Stand;
let documents: DynamoDBDocumentClient;
let acts: ReturnType<typeof importing>;
let deliver: ReturnType<typeof deliveries>['deliver'];
beforeAll(async () => {
  own = await ownQueues();
  stand = await startStand(own.variables);
  documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  acts = importing(stand, own);
  const { connect, ...others } = deliveries(stand);
  deliver = others.deliver;
  for (const [salonId, key] of ['arbat', 'second', 'third', 'fourth'].entries())
    await connect({ key, salonId: String(salonId) });
  await connect({ key: 'off', salonId: '8', sendRequests: false });
  await connect({ key: 'quiet', salonId: '9' });
});
afterAll(async () => {
  documents.destroy();
  await stand.close();
  await own.close();
});
beforeEach(() => acts.work());

const dayMs = 86_400_000;
/** An instant so many days ago, to the second. */
const daysAgo = (days: number) => `${new Date(Date.now() - days * dayMs).toISOString().slice(0, 19)}.000Z`;
/** How a table of a salon in Moscow writes it, which is three hours before UTC: `17.03.2026 17:05:45`. */
function written(instant: string): string {
  const local = new Date(Date.parse(instant) + 3 * 3_600_000).toISOString();
  return `${local.slice(8, 10)}.${local.slice(5, 7)}.${local.slice(0, 4)} ${local.slice(11, 19)}`;
}

/** Every item of the records, with its revision. */
async function stored(): Promise<string[]> {
  const { Items = [] } = await documents.send(new ScanCommand({ TableName: 'records', ConsistentRead: true }));
  return Items.map(({ pk, sk, rev }) => `${String(pk)} ${String(sk)} ${String(rev)}`).sort();
}
const request = async (id: string) => (await stand.ask('GET /api/requests/{id}', { id })).body;
const events = async (query: Record<string, string>) =>
  (await stand.ask('GET /api/events', { query })).body['items'] as Record<string, unknown>[];

const bookings = ['bookingId', 'createdAt', 'updatedAt', 'status', 'client.name', 'client.phone'];
const columns = [...bookings, 'amount', { custom: 'Зал' }];
const [created, changed] = [daysAgo(700), daysAgo(690)];
const anna = [
  '501',
  written(created),
  written(changed),
  'Пришла',
  'Анна',
  '8 (916) 123-45-67',
  '1 800,00 ₽',
  'Большой',
];
const vera = ['502', written(created), '', '', 'Вера', '+7 916 123-45-68', '', ''];

describe('an import', () => {
  it('makes of each row what an event that says the same would make, by the change or creation that it tells', async () => {
    const { status, rows } = await acts.imported({ kind: 'booking', columns, rows: [anna, vera] });
    expect([status, rows]).toMatchObject([200, [{ state: 'accepted' }, { state: 'accepted' }]]);
    const messages = await acts.work();
    expect(messages.map(({ receivedAt, event }) => [receivedAt, event])).toMatchObject([
      [changed, { event: 'booking.updated' }],
      [created, { event: 'booking.created', data: { id: '502', client_name: 'Вера' } }],
    ]);
    expect(messages.map(({ eventId }) => eventId)).toEqual(rows.map(({ event }) => event));
    expect(await request('arbat.b.501')).toMatchObject({
      dateTime: created,
      name: 'Анна',
      phone: '+79161234567',
      amount: 180_000,
      bookingStatus: 'came',
      userFields: [{ name: 'Зал', value: 'Большой' }],
    });
    expect(await request('arbat.b.502')).toMatchObject({ dateTime: created, name: 'Вера', bookingStatus: 'new' });
  });

  it('of the same rows changes nothing', async () => {
    await acts.imported({ kind: 'booking', columns, rows: [anna, vera] });
    await acts.work();
    const [before, lines] = [await stored(), await events({ source: 'import', salon: 'arbat' })];
    const again = await acts.imported({ kind: 'booking', columns, rows: [vera, anna] });
    expect(again.rows).toMatchObject([{ state: 'accepted' }, { state: 'accepted' }]);
    expect(await acts.work()).toHaveLength(2);
    expect(await stored()).toEqual(before);
    const places = (items: Record<string, unknown>[]) => items.map(({ id, importedAt }) => [id, importedAt]);
    expect(places(await events({ source: 'import', salon: 'arbat' }))).toEqual(places(lines));
  });

  it('leaves a line of the audit for each call that queues rows: who, which salon, how many', async () => {
    const imports = async () =>
      (await stand.settings.listAudit('demo')).filter(
        ({ what, salonKey }) => what === 'rows_imported' && salonKey === 'fourth',
      );
    const table = { kind: 'booking', columns };
    await acts.imported({ ...table, rows: [anna, vera], dryRun: true }, 'fourth');
    await acts.imported({ ...table, rows: [['', ...anna.slice(1)]] }, 'fourth');
    expect(await imports()).toEqual([]);
    await acts.imported({ ...table, rows: [anna, vera, ['', ...anna.slice(1)]] }, 'fourth');
    expect(await imports()).toMatchObject([{ subject: 'admin', changes: { rows: { to: 2 } } }]);
  });

  it('of a deal makes a deal, its stage of the day on which it closed', async () => {
    const closed = daysAgo(100);
    const row = [
      '71',
      written(daysAgo(120)),
      written(closed),
      'Успешно реализовано',
      '3 150',
      '600; 601',
      'VIP',
      'Новый',
    ];
    const deal = ['dealId', 'createdAt', 'closedAt', 'stage.name', 'amount', 'bookingIds', 'tags', 'tags'];
    await acts.imported({ kind: 'deal', columns: deal, rows: [row] });
    expect(await acts.work()).toMatchObject([{ receivedAt: closed, event: { event: 'deal.updated' } }]);
    expect((await stand.ask('GET /api/deals/{id}', { id: 'arbat.d.71' })).body).toMatchObject({
      revenue: 315_000,
      closedDateTime: closed,
      modifiedDateTime: closed,
      stage: { name: 'Успешно реализовано', type: 'success' },
      tags: [{ name: 'VIP' }, { name: 'Новый' }],
    });
  });

  it.each(['before', 'after'] as const)('yields to a later event of the webhook that came %s it', async (when) => {
    const id = when === 'before' ? '610' : '611';
    const data = {
      id,
      created_at: daysAgo(5),
      updated_at: daysAgo(3),
      status: 'cancelled',
      client: { name: 'Анна К.' },
    };
    const came = () => deliver({ event: 'booking.updated', data }, { receivedAt: daysAgo(3) });
    const import_ = async () => {
      await acts.imported({ kind: 'booking', columns, rows: [[id, '', written(daysAgo(4)), ...anna.slice(3)]] });
      await acts.work();
    };
    for (const act of when === 'before' ? [came, import_] : [import_, came]) await act();
    expect(await request(`arbat.b.${id}`)).toMatchObject({
      bookingStatus: 'cancelled',
      name: 'Анна К.',
      amount: 180_000,
    });
  });

  it('wins over an event of the webhook that is older than its row', async () => {
    const data = { id: '612', updated_at: daysAgo(4), status: 'cancelled' };
    await deliver({ event: 'booking.updated', data }, { receivedAt: ago(1) });
    await acts.imported({ kind: 'booking', columns, rows: [['612', '', written(daysAgo(3)), ...anna.slice(3)]] });
    await acts.work();
    expect(await request('arbat.b.612')).toMatchObject({ bookingStatus: 'came' });
  });
});

describe('a row that is no event', () => {
  const five = (over: Record<number, string>) =>
    ['1', written(created), '', '', 'Секретная', '+79161234500'].map((cell, at) => over[at] ?? cell);
  const rows = [
    five({ 0: ' ' }),
    five({ 1: '' }),
    five({ 1: '03/17/2026' }),
    five({ 1: '0000-00-00 00:00:00' }),
    five({ 2: 'вчера' }),
    five({ 1: written(daysAgo(3 * 366)) }),
    five({ 1: written(daysAgo(-1)) }),
    five({ 4: 'я'.repeat(103_000) }),
    five({}),
  ];
  const told = [
    { state: 'refused', reason: 'no_id', column: 0 },
    { state: 'refused', reason: 'no_date', column: 1 },
    { state: 'refused', reason: 'unreadable_date', column: 1 },
    { state: 'refused', reason: 'no_date', column: 1 },
    { state: 'refused', reason: 'unreadable_date', column: 2 },
    { state: 'refused', reason: 'too_old', column: 1 },
    { state: 'refused', reason: 'in_future', column: 1 },
    { state: 'refused', reason: 'too_large' },
  ];

  it('is refused with a reason and the place of the column, the others are queued; no cell is told', async () => {
    const { rows: found, text } = await acts.imported({ kind: 'booking', columns: bookings, rows });
    expect(found.slice(0, 8)).toEqual(told);
    expect(found[8]).toMatchObject({ state: 'accepted' });
    expect(text).not.toMatch(/Секретная|79161234500|вчера/);
    expect(await acts.work()).toHaveLength(1);
  });

  it('is told by a dry run too, which queues nothing and says what the reader will warn of', async () => {
    const { rows: found } = await acts.imported({ kind: 'booking', columns: bookings, rows, dryRun: true });
    expect(found.slice(0, 8)).toEqual(told);
    const odd = { columns: ['bookingId', 'createdAt', 'startsAt'], rows: [['1', written(created), 'вчера']] };
    const { rows: warned } = await acts.imported({ kind: 'booking', ...odd, dryRun: true });
    expect(warned).toMatchObject([{ state: 'accepted', warnings: ['data.starts_at: unreadable_date'] }]);
    expect(await acts.work()).toEqual([]);
  });

  it.each<[string, object]>([
    ['a row of another width', { columns: ['bookingId', 'createdAt'], rows: [['1']] }],
    ['a field that two columns hold', { columns: ['bookingId', 'bookingId'], rows: [['1', '2']] }],
    ['a field that no column can hold', { columns: ['token'], rows: [['1']] }],
    ['no row', { columns: ['bookingId'], rows: [] }],
    ['more than 200 rows', { columns: ['bookingId'], rows: Array.from({ length: 201 }, () => ['1']) }],
  ])('and %s: nothing of the call is taken', async (_what, body) => {
    const { status, text } = await acts.imported({ kind: 'booking', ...body });
    expect([status, text]).toEqual([400, expect.not.stringContaining('token')]);
  });
});

describe('the line of an imported row', () => {
  it('says that it is one, stands among the imports by when it was made, and is kept from then on', async () => {
    const from = new Date().toISOString();
    const { rows } = await acts.imported({ kind: 'booking', columns, rows: [anna] }, 'second');
    await acts.work();
    const [line, ...others] = await events({ source: 'import', salon: 'second' });
    expect(others).toEqual([]);
    expect(line).toMatchObject({ id: rows[0]!['event'], source: 'import', receivedAt: changed, status: 'done' });
    expect(String(line!['importedAt']) >= from).toBe(true);
    expect(await events({ salon: 'second', from: changed, to: new Date().toISOString() })).toEqual([]);
    expect((await events({ source: 'import' })).map(({ id }) => id)).toContain(line!['id']);
    const { body } = await stand.ask('GET /api/events/{id}', { id: String(line!['id']) });
    expect(body).toMatchObject({ source: 'import', entities: [{ type: 'request', id: 'second.b.501' }] });
    const { Items = [] } = await documents.send(new ScanCommand({ TableName: 'journal', ConsistentRead: true }));
    const ends = Items.filter(({ salonList }) => String(salonList).startsWith('demo#second')).map(({ expiresAt }) =>
      Number(expiresAt),
    );
    expect(ends).toEqual([Math.floor(Date.parse(String(line!['importedAt'])) / 1000) + 30 * 24 * 3600]);
  });

  it('moves no last delivery and no field of deliveries', async () => {
    const past = ago(30);
    await deliver(
      { event: 'booking.created', data: { id: 1, created_at: past } },
      { salonKey: 'quiet', receivedAt: past },
    );
    const quiet = async () => [
      (await stand.ask('GET /api/salons/{id}', { id: 'quiet' })).body['lastEventAt'],
      (await stand.ask('GET /api/salons/{id}/fields', { id: 'quiet' })).body['deliveries'],
      (await stand.ask('GET /api/health')).body['lastEventAt'],
    ];
    const before = await quiet();
    await acts.imported({ kind: 'booking', columns: ['bookingId', 'updatedAt'], rows: [['7', ago(0)]] }, 'quiet');
    expect(await acts.work()).toHaveLength(1);
    expect(await quiet()).toEqual(before);
    expect(before[0]).toBe(past);
  });

  it('is found by the person whom it names, also where it made no record', async () => {
    const row = ['901', written(created), '', '', 'Ольга', '8 916 555-44-33'];
    const { rows } = await acts.imported({ kind: 'booking', columns: bookings, rows: [row] }, 'off');
    expect(rows).toMatchObject([{ state: 'ignored', reason: 'requests_disabled' }]);
    await acts.work();
    const { body } = await stand.ask('POST /api/search', { body: { phone: '+7 916 555-44-33' } });
    expect(body['events']).toMatchObject([{ id: rows[0]!['event'], source: 'import' }]);
    const { Items = [] } = await documents.send(new ScanCommand({ TableName: 'journal', ConsistentRead: true }));
    const near = Items.filter(({ pk }) => String(pk).includes('#near#'));
    expect(near.length).toBeGreaterThan(0);
    expect(near.every(({ expiresAt }) => Number(expiresAt) > Date.now() / 1000)).toBe(true);
    const problems = (await stand.ask('GET /api/problems', { query: { salon: 'off' } })).body['items'];
    expect(problems).toMatchObject([{ reason: 'requests_disabled', count: 1 }]);
  });

  it('is done again by a replay as every other, beside deliveries, and stays where it stands', async () => {
    const row = (id: string) => [id, written(created), '', '', 'Нина', ''];
    await deliver({ event: 'booking.created', data: { id: '1', created_at: ago(60) } }, { salonKey: 'third' });
    for (let times = 0; times < 2; times++) {
      await acts.imported({ kind: 'booking', columns: bookings, rows: [row('31'), row('32')] }, 'third');
      await acts.work();
    }
    const before = await events({ source: 'import', salon: 'third' });
    expect(await acts.replayed({ salon: 'third', filter: {} })).toEqual({ done: 3 });
    const after = await events({ source: 'import', salon: 'third' });
    expect(after.map(({ id, importedAt }) => [id, importedAt])).toEqual(
      before.map(({ id, importedAt }) => [id, importedAt]),
    );
    expect(after.every(({ replay }) => Number(replay) > 0)).toBe(true);
    const line = { id: String(before[0]!['id']), receivedAt: created };
    expect(await acts.replayed({ salon: 'third', lines: [line] })).toEqual({ done: 1 });
    expect(await request('third.b.31')).toMatchObject({ dateTime: created, name: 'Нина' });
  });
});
