import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventId } from '../../lib/domain/event-id.ts';
import { canonicalJson } from '../../lib/model/json.ts';
import { asDecoded } from '../build/event.ts';
import { neighboursFilled } from '../../lib/store/settings-neighbours.ts';
import { anAccount, deciding } from '../build/settings.ts';
import { ago, deliveries } from './deliver.ts';
import { startStand, type Ask, type Stand } from './stand.ts';

type Item = Record<string, unknown>;
interface Found {
  requests: Item[];
  deals: Item[];
  events: Item[];
  more: boolean;
  nothing?: { at: string; salons: Item[]; more: boolean };
}

const client = { id: 61, name: 'Екатерина Смирнова', phone: '8 (916) 123-45-67', email: 'Smirnova.K@example.ru' };
const booking = { event: 'booking.created', data: { id: 558213, created_at: '2026-03-14 12:31:05', client } };
/** As it is sent, with its token. */
const sent = JSON.stringify({ ...booking, token: 'token-of-the-sender' });
const switchedOff = {
  event: 'booking.created',
  event_id: 'theirs-7',
  data: { id: 700, deal_id: 701, client: { name: 'Ольга', phone: '+7 925 000-11-22' } },
};
const deal = {
  event: 'deal.created',
  data: { id: 771904, created_at: '2026-03-14 12:40:00', name: 'Стрижка', contact: client },
};

let stand: Stand;
let events: { booking: string; deal: string; off: string };
beforeAll(async () => {
  stand = await startStand();
  const { connect, deliver, refuse } = deliveries(stand);
  await connect();
  await connect({ key: 'tverskaya', salonId: '2044', createdAt: '2026-03-02T00:00:00.000Z' });
  await connect({ key: 'alien', accountKey: 'other', salonId: '3000' });
  events = {
    booking: await deliver(booking, {
      eventId: eventId('arbat', canonicalJson(asDecoded(booking))),
      receivedAt: ago(60 * 30),
    }),
    deal: await deliver(deal, { receivedAt: ago(60 * 20) }),
    off: await deliver(switchedOff, {
      receivedAt: ago(60 * 10),
      senderEventId: 'theirs-7',
      settings: deciding({ sendRequests: false }),
    }),
  };
  await deliver(booking, { accountKey: 'other', salonKey: 'alien' });
  await refuse({ receivedAt: ago(60) });
  await refuse({ receivedAt: ago(60 * 5), reason: 'invalid_body', status: 400 });
});
afterAll(() => stand.close());

async function search(body: object, who: Ask = {}): Promise<Found> {
  const { status, body: found } = await stand.ask('POST /api/search', { ...who, body });
  expect(status).toBe(200);
  return found as unknown as Found;
}
const idsOf = ({ requests, deals, events: lines }: Found) => ({
  requests: requests.map(({ id }) => id),
  deals: deals.map(({ id }) => id),
  events: lines.map(({ id }) => id),
});
const all = () => ({
  requests: ['arbat.d.771904', 'arbat.b.558213'],
  deals: ['arbat.d.771904'],
  events: [events.deal, events.booking],
});

describe('a search', () => {
  it.each(['+79161234567', '8 916 123 45 67', '9161234567', ' +7(916)123-45-67 '])(
    'finds records and deliveries by a phone as typed: %s',
    async (phone) => {
      expect(idsOf(await search({ phone }))).toEqual(all());
    },
  );

  it('finds them by an e-mail, whatever its case', async () => {
    expect(idsOf(await search({ email: 'SMIRNOVA.k@example.ru' }))).toEqual(all());
  });

  it('finds a delivery that settings switched off, by phone, and says why', async () => {
    const found = await search({ phone: '89250001122' });
    expect(idsOf(found)).toEqual({ requests: [], deals: [], events: [events.off] });
    expect(found.events).toMatchObject([
      { status: 'ignored', request: { outcome: 'ignored', reason: 'requests_disabled' }, salon: 'arbat' },
    ]);
    expect(found.nothing).toBeUndefined();
  });

  it.each(['700', '701', 'theirs-7'])('finds it by each id that it names: %s', async (id) => {
    expect(idsOf(await search({ id }))).toEqual({ requests: [], deals: [], events: [events.off] });
  });

  it('finds a booking and a deal by the sender’s ids, and by ours', async () => {
    const ofBooking = { requests: ['arbat.b.558213'], deals: [], events: [events.booking] };
    const ofDeal = { requests: ['arbat.d.771904'], deals: ['arbat.d.771904'], events: [events.deal] };
    for (const id of ['558213', 'arbat.b.558213', events.booking])
      expect(idsOf(await search({ id }))).toEqual(ofBooking);
    for (const id of ['771904', 'arbat.d.771904', events.deal]) expect(idsOf(await search({ id }))).toEqual(ofDeal);
  });

  it('finds a deal that a booking alone has named, by that booking', async () => {
    const { deliver } = deliveries(stand);
    const data = { id: 800, deal_id: 801, created_at: '2026-03-10 12:00:00' };
    const named = await deliver({ event: 'booking.created', data }, { receivedAt: ago(60 * 40) });
    expect(idsOf(await search({ id: '801' }))).toEqual({ requests: ['arbat.b.800'], deals: [], events: [named] });
  });

  it('finds by the id of a contact', async () => {
    const { body } = await stand.ask('GET /api/contacts', { query: { from: '2000-01-01' } });
    const { id } = (body['items'] as Item[]).find(({ extId }) => extId === '61')!;
    expect(idsOf(await search({ id }))).toEqual(all());
  });

  it('finds a pasted delivery by its content, without its token; changed, by the booking that it names, else by its person', async () => {
    const ofBooking = { requests: ['arbat.b.558213'], deals: [], events: [events.booking] };
    expect(idsOf(await search({ delivery: sent }))).toEqual(ofBooking);
    const changed = JSON.stringify({ ...booking, data: { ...booking.data, comment: 'позвоните' } });
    expect(idsOf(await search({ delivery: changed }))).toEqual(ofBooking);
    const another = JSON.stringify({ ...booking, data: { ...booking.data, id: 558999 } });
    expect(idsOf(await search({ delivery: another }))).toEqual(all());
  });

  it('is of one salon when asked', async () => {
    expect(idsOf(await search({ phone: client.phone, salon: 'arbat' }))).toEqual(all());
    expect((await search({ phone: client.phone, salon: '2044' })).nothing?.salons).toMatchObject([
      { salon: 'tverskaya' },
    ]);
    expect((await stand.ask('POST /api/search', { body: { id: '1', salon: 'alien' } })).status).toBe(400);
  });

  it('shows a viewer who it is only to recognise her', async () => {
    const found = await search({ phone: client.phone }, { as: 'viewer' });
    const person = { name: 'Е•••', phone: '+7916•••67', email: 's•••@example.ru' };
    expect(found.requests).toMatchObject([person, person]);
    expect(found.deals).toMatchObject([{ contact: { id: '61', ...person }, name: 'Стрижка' }]);
    expect(JSON.stringify(found)).not.toMatch(/Смирнова|9161234567|smirnova/i);
    expect((await search({ phone: client.phone })).requests[0]).toMatchObject({ phone: '+79161234567' });
  });

  it('takes one thing to look for, and nothing that is none', async () => {
    for (const body of [{}, { phone: '+79161234567', id: '1' }, { phone: '' }, { salon: 'arbat' }]) {
      expect((await stand.ask('POST /api/search', { body })).status).toBe(400);
    }
    const fields = async (body: object) => (await stand.ask('POST /api/search', { body })).body;
    expect(await fields({ phone: 'МЕТКА' })).toMatchObject({ error: { fields: { phone: 'invalid' } } });
    expect(await fields({ email: 'МЕТКА' })).toMatchObject({ error: { fields: { email: 'invalid' } } });
    expect(await fields({ delivery: '{"МЕТКА' })).toMatchObject({ error: { fields: { delivery: 'invalid' } } });
    expect(await fields({ id: '1', at: '2026-02-30' })).toMatchObject({ error: { fields: { at: 'invalid' } } });
    expect(JSON.stringify(await fields({ phone: 'МЕТКА' }))).not.toContain('МЕТКА');
  });
});

describe('a search that finds nothing', () => {
  it('says when each salon was last heard of, its usual gap, and what was refused around the time', async () => {
    const at = ago(60);
    const { nothing, ...rest } = await search({ phone: '+79030000001', at });
    expect(rest).toEqual({ requests: [], deals: [], events: [], more: false });
    expect(nothing).toEqual({
      at,
      more: false,
      salons: [
        {
          salon: 'arbat',
          salonId: '1042',
          lastEventAt: expect.stringMatching(/^20/),
          // Ten hours from each to the next.
          usualGap: expect.any(Number),
          silent: false,
          refusals: [{ receivedAt: expect.any(String), reason: 'invalid_token', status: 401 }],
          endedUrls: [],
        },
        { salon: 'tverskaya', salonId: '2044', silent: true, refusals: [], endedUrls: [] },
      ],
    });
    const [arbat] = nothing!.salons;
    expect(Math.round((arbat!['usualGap'] as number) / 3600)).toBe(10);
    expect(Math.abs(Date.parse(arbat!['lastEventAt'] as string) - Date.parse(ago(600)))).toBeLessThan(60_000);
  });

  it('takes the time that a pasted delivery says, and tells of URLs that ended then', async () => {
    const { connect } = deliveries(stand);
    const hookKeys = [
      { key: 'hook-key-of-the-yard-0123456789abcdefgh' },
      { key: 'hook-key-of-the-yard-before-0123456789', endsAt: '2026-03-14T10:00:00.000Z' },
      { key: 'hook-key-of-the-yard-long-ago-01234567', endsAt: '2026-03-14T07:00:00.000Z' },
    ];
    await connect({ key: 'yard', salonId: '5000', hookKeys, createdAt: '2026-03-03T00:00:00.000Z' });
    const lost = { event: 'booking.created', salon: { id: 5000 }, data: { id: 1, created_at: '2026-03-14 12:31:05' } };
    const { nothing } = await search({ delivery: JSON.stringify(lost) });
    expect(nothing?.at).toBe('2026-03-14T09:31:05.000Z');
    expect(nothing?.salons.map(({ salon, endedUrls }) => [salon, endedUrls])).toEqual([
      ['arbat', []],
      ['tverskaya', []],
      ['yard', ['2026-03-14T10:00:00.000Z']],
    ]);
  });
});

describe('in an account that is older than the search for persons', () => {
  it('says that somebody may be missed, whatever was found', async () => {
    const { hasNeighbours: _, ...older } = anAccount();
    await stand.settings.saveAccount(older);
    expect(await search({ phone: '8 916 123 45 67' })).toMatchObject({ incomplete: true });
    expect(await search({ email: 'nobody@example.ru' })).toMatchObject({ incomplete: true, nothing: {} });
    await neighboursFilled(stand.tables.settings).saveNeighboursFilled('demo');
    expect(await search({ phone: '8 916 123 45 67' })).not.toHaveProperty('incomplete');
  });
});
