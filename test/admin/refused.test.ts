import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outboundKinds, type OutboundRecord } from '../../lib/model/outbound-state.ts';
import { outbound } from '../../lib/store/outbound.ts';
import { anAccount } from '../build/settings.ts';
import { deliveries } from './deliver.ts';
import { startStand, type Stand } from './stand.ts';

const booking = (salonKey: string, id: string): OutboundRecord => ({
  kind: 'request',
  set: { salonKey, kind: 'booking', id },
});
const deal: OutboundRecord = { kind: 'deal', set: { salonKey: 'arbat', kind: 'deal', id: '7' } };
const contact: OutboundRecord = { kind: 'contact', salonKey: 'arbat', key: 'кто-то' };
const nobodyThere = { v: 1, isThere: false } as const;
const at = (minute: number) => `2026-03-20T10:0${minute}:00.000Z`;

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
  const connection = { apiHost: 'comagic', isOn: true, keySet: true } as const;
  await stand.settings.saveAccount(anAccount({ connection }));
  const { connect } = deliveries(stand);
  await connect();
  await connect({ key: 'bronnaya', salonId: '9' });
  await connect({ key: 'alien', accountKey: 'other' });
  await park(booking('arbat', '1'), 1);
  await park(deal, 2, 'stage_ext_id');
  await park(contact, 3);
  await park(booking('bronnaya', '4'), 4);
  await park(booking('alien', '5'), 5, undefined, 'other');
});
afterAll(() => stand.close());

/** Answers the revision of what it puts. */
async function park(record: OutboundRecord, minute: number, field?: string, account = 'demo') {
  const parked = { mnemonic: 'data_type_error' as const, at: at(minute), marker: 'm', ...(field && { field }) };
  return outbound(stand.tables.records).putSent(account, record, { ...nobodyThere, parked }, undefined);
}
const refused = async (query = {}) => (await stand.ask('GET /api/refused', { as: 'viewer', query })).body;
const said = { salon: 'arbat', salonId: '1042', state: 'refused', mnemonic: 'data_type_error' };
const all = [
  { ...said, id: 'bronnaya.b.4', kind: 'request', salon: 'bronnaya', salonId: '9', at: at(4) },
  { ...said, id: `arbat.c.~${Buffer.from('кто-то').toString('base64url')}`, kind: 'contact', at: at(3) },
  { ...said, id: 'arbat.d.7', kind: 'deal', field: 'stage_ext_id', at: at(2) },
  { ...said, id: 'arbat.b.1', kind: 'request', at: at(1) },
];

describe('what CoMagic has refused', () => {
  it('is listed, the last first, with why', async () => {
    expect(await refused()).toEqual({ items: all });
  });

  it('is not taken for what waits', async () => {
    const { pending } = outbound(stand.tables.records);
    const waiting = { accountKey: 'demo', until: '9', limit: 10 };
    for (const kind of outboundKinds) expect(await pending({ ...waiting, kind })).toEqual([]);
  });

  it('is listed page by page', async () => {
    const { items, cursor } = await refused({ limit: '3' });
    expect(items).toEqual(all.slice(0, 3));
    expect(await refused({ limit: '3', cursor })).toEqual({ items: all.slice(3) });
  });

  it('is listed of one salon', async () => {
    expect(await refused({ salon: '9' })).toEqual({ items: all.slice(0, 1) });
  });

  it('is listed no more once it is not refused any more', async () => {
    const { putSent, sent } = outbound(stand.tables.records);
    const record = booking('arbat', '6');
    await park(record, 6);
    expect(await refused({ limit: '1' })).toMatchObject({ items: [{ id: 'arbat.b.6' }] });
    await putSent('demo', record, nobodyThere, (await sent(record)).rev);
    expect(await refused()).toEqual({ items: all });
  });
});

describe('a record', () => {
  it('says why it was refused', async () => {
    const { deliver } = deliveries(stand);
    const data = { id: 8, created_at: '2026-03-01 12:00:00', client: { phone: '+79161234567' } };
    await deliver({ event: 'booking.created', data });
    const [request] = [booking('arbat', '8')];
    const show = async () => (await stand.ask('GET /api/requests/{id}', { id: 'arbat.b.8' })).body['delivery'];
    expect(await show()).toEqual({ state: 'waiting', at: expect.stringMatching(/^20/) });
    const { read, unmark } = outbound(stand.tables.records);
    await unmark(request, (await read(request)).marker!);
    expect(await show()).toEqual({ state: 'off' });
    await park(request, 8, 'phone');
    expect(await show()).toEqual({ state: 'refused', at: at(8), mnemonic: 'data_type_error', field: 'phone' });
  });
});
