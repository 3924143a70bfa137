import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asDecoded } from '../build/event.ts';
import { aMessage } from '../build/message.ts';
import { aSalon } from '../build/settings.ts';
import { listFields, fieldsLimits, type FieldsDeps } from '../../lib/flow/admin/list-fields.ts';
import type { FieldSeen } from '../../lib/model/api-fields.ts';
import type { FieldMap } from '../../lib/model/field-map.ts';
import { pathsContract } from '../../lib/profsalon/contract.ts';
import { anAccount } from '../build/settings.ts';
import { aLine } from '../build/journal.ts';
import { deliveries } from './deliver.ts';
import { startStand, type Stand } from './stand.ts';

const call = { account: anAccount(), caller: { subject: 'x', role: 'viewer' }, id: 'arbat', query: {} } as const;

/** Fields of deliveries, the newest first, of a salon with these settings. */
async function fieldsOf(events: unknown[], fieldMap: FieldMap = {}, over: Partial<FieldsDeps> = {}) {
  const read: string[] = [];
  const at = (place: number) => new Date(Date.UTC(2026, 10, 20) - place * 60_000).toISOString();
  const lines = events.map((_, place) => aLine({ id: String(place), receivedAt: at(place) }));
  const deps: FieldsDeps = {
    findSalon: () => Promise.resolve(aSalon({ fieldMap })),
    listEvents: ({ limit }) =>
      Promise.resolve({
        items: lines.slice(0, limit).map((line) => ({ ...line, warningCount: 0, unknownPathCount: 0 })),
      }),
    findLine: ({ id }) => {
      read.push(id);
      const event = asDecoded(events[Number(id)]);
      const message = aMessage({ receivedAt: at(Number(id)), event });
      return Promise.resolve({ line: lines[Number(id)]!, message: JSON.stringify(message) });
    },
    pathsContract,
    now: () => new Date(Date.UTC(2026, 10, 20)),
    ...over,
  };
  const reply = await listFields(deps)({ ...call, body: undefined });
  if (!('ok' in reply)) throw new Error(JSON.stringify(reply));
  const field = (path: string) => reply.ok.items.find((one) => one.path === path);
  return { ...reply.ok, field, read };
}

const deal = (data: object) => ({ event: 'deal.updated', data: { id: 7, ...data } });

describe('the fields of a salon', () => {
  it('that are taught say what they are read as, in lists that nobody else reads, too', async () => {
    const { field } = await fieldsOf(
      [deal({ lyudi: [{ nomera: ['89161234567', null] }, { nomera: ['89167654321'] }], vizity: [{ kod: 5 }] })],
      { 'data.lyudi[].nomera[]': 'client.phone', 'data.vizity[].kod': 'bookingIds' },
    );
    expect(field('data.lyudi[].nomera[]')).toMatchObject({ known: true, readAs: ['client.phone'] });
    expect(field('data.vizity[].kod')).toMatchObject({ known: true, readAs: ['bookingIds'] });
  });

  it('are the paths of its payloads, with how often, of what kind, and as what they are read', async () => {
    const { items, ...rest } = await fieldsOf(
      [
        deal({ itogo: '3 500,50', client: { phone: '+7 916 123-45-67', gorod: 'Москва' } }),
        deal({ itogo: 'нет', client: { phone: '', gorod: null } }),
        deal({ junk: true }),
        { event: 'deal.updated', data: { id: 8, created_at: '2026-03-14 10:00' } },
      ],
      { 'data.itogo': 'amount', 'data.junk': 'ignore' },
    );
    expect(rest).toMatchObject({
      deliveries: 4,
      from: '2026-11-19T23:57:00.000Z',
      to: '2026-11-20T00:00:00.000Z',
      cut: false,
    });
    const short = items.map(({ path, count, share, kinds, known, readAs, taught }: FieldSeen) => [
      [path, count, share, ...kinds].join(' '),
      known,
      readAs.join(),
      taught,
    ]);
    expect(short).toEqual([
      ['data.id 4 1 digits', true, 'dealId', undefined],
      ['event 4 1 text', true, 'event', undefined],
      ['data.client.gorod 2 0.5 text', false, '', undefined],
      ['data.client.phone 2 0.5 phone', true, 'client.phone', undefined],
      ['data.itogo 2 0.5 money text', true, 'amount', 'amount'],
      ['data.created_at 1 0.25 date', true, 'createdAt', undefined],
      ['data.junk 1 0.25 flag', true, '', 'ignore'],
    ]);
  });

  it('hold no value, and no name that is somebody’s phone or e-mail', async () => {
    const { items } = await fieldsOf([
      deal({ klienty: { '+79161234567': { name: 'МЕТКА' }, 'irina@mail.ru': { name: 'МЕТКА' }, a: 1 } }),
    ]);
    expect(items.map(({ path }) => path).sort()).toEqual(['data.id', 'data.klienty.*.name', 'data.klienty.a', 'event']);
    expect(JSON.stringify(items)).not.toContain('МЕТКА');
  });

  it('are new if the newest fifty alone have them, and gone if only the oldest have', async () => {
    const events = Array.from({ length: 400 }, (_, place) =>
      deal({ ...(place === 49 && { fresh: 1 }), ...(place === 50 && { older: 1 }), ...(place >= 149 && { lost: 1 }) }),
    );
    const marks = async (count: number) => {
      const { field } = await fieldsOf(events.slice(0, count));
      return ['fresh', 'older', 'lost', 'id'].map((name) => {
        const { new: isNew, gone } = field(`data.${name}`) ?? {};
        return [isNew, gone];
      });
    };
    const [no, none] = [
      [false, false],
      [undefined, undefined],
    ];
    expect(await marks(400)).toEqual([[true, false], no, [false, true], no]);
    // 300 deliveries: the oldest 250 begin with the 50th.
    expect(await marks(300)).toEqual([[true, false], [false, true], [false, true], no]);
    expect(await marks(50)).toEqual([no, none, none, no]);
  });

  it('gone are those of the oldest 250 alone', async () => {
    const events = Array.from({ length: 400 }, (_, place) => deal(place === 149 ? { once: 1 } : {}));
    expect((await fieldsOf(events)).field('data.once')).toMatchObject({ gone: false });
    const older = Array.from({ length: 400 }, (_, place) => deal(place === 150 ? { once: 1 } : {}));
    expect((await fieldsOf(older)).field('data.once')).toMatchObject({ gone: true });
  });

  it('are read from 500 deliveries, or as many as hold 8 MB', async () => {
    const small = await fieldsOf(Array.from({ length: 510 }, () => deal({})));
    expect([small.deliveries, small.read.length]).toEqual([500, 500]);
    const long = { ...deal({}), long: 'x'.repeat(200_000) };
    const large = await fieldsOf(Array.from({ length: 100 }, () => long));
    expect(large.deliveries).toBe(42);
    expect(large.read).toHaveLength(50);
  });

  it('are at most 500', async () => {
    const names = (from: number) => Object.fromEntries(Array.from({ length: 280 }, (_, at) => [`n${from + at}`, 1]));
    const { items, cut } = await fieldsOf([deal(names(0)), deal(names(280))]);
    expect([items.length, cut]).toEqual([fieldsLimits.paths, true]);
  });

  it('say nothing of a line whose event is not there', async () => {
    const gone = await fieldsOf([deal({})], {}, { findLine: () => Promise.resolve(undefined) });
    expect([gone.deliveries, gone.items, 'from' in gone]).toEqual([0, [], false]);
    const empty = await fieldsOf(
      [deal({})],
      {},
      {
        findLine: () => Promise.resolve({ line: aLine({}), message: '' }),
      },
    );
    expect(empty.deliveries).toBe(0);
  });
});

describe('asked through the API', () => {
  let stand: Stand;
  beforeAll(async () => {
    stand = await startStand();
    const { connect, deliver } = deliveries(stand);
    await connect();
    await deliver(deal({ itogo: 5 }));
  });
  afterAll(() => stand.close());

  it('they are those of the journal, and of one’s own salons', async () => {
    const { status, body } = await stand.ask('GET /api/salons/{id}/fields', { as: 'viewer', id: 'arbat' });
    expect([status, body['deliveries']]).toEqual([200, 1]);
    expect(body['items']).toContainEqual(expect.objectContaining({ path: 'data.itogo', known: false, readAs: [] }));
    expect((await stand.ask('GET /api/salons/{id}/fields', { as: 'stranger', id: 'arbat' })).status).toBe(404);
    expect((await stand.ask('GET /api/salons/{id}/fields', { id: 'none' })).status).toBe(404);
  });
});
