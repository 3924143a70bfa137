import { beforeEach, describe, expect, it } from '@jest/globals';
import { outboundDeps } from '../../functions/wiring/outbound-deps.ts';
import { showJob } from '../../lib/flow/admin/jobs/read-jobs.ts';
import { drain } from '../../lib/flow/outbound/drain.ts';
import type { CallDataApi, Method, RowMnemonic } from '../../lib/model/data-api.ts';
import { erasings } from '../../lib/store/erasing.ts';
import { outbound } from '../../lib/store/outbound.ts';
import { standIn, type StandIn } from '../../local/comagic/stand-in.ts';
import { asConnected, aSalon, anAccount } from '../build/settings.ts';
import { callingOn, sendingTo } from '../comagic/calling.ts';
import { anEvent, jobWorld, type JobWorld } from '../jobs/world.ts';

const connection = { apiHost: 'comagic', isOn: true, keySet: true } as const;
const anna = { id: 7, name: 'Анна Ветрова', phone: '+79161234567', email: 'vetrova@example.ru' };
const boris = { id: 8, name: 'Борис', phone: '+79167654321' };
/** What CoMagic may hold of her no more. */
const marks = /Ветрова|9161234567|vetrova|мягкий звонок/;
const booking = (id: number, client: object) =>
  anEvent({ event: 'booking.created', data: { id, client, comment: client === anna ? 'мягкий звонок' : 'к Борису' } });
const deal = (id: number, contact: object) =>
  anEvent({ event: 'deal.updated', data: { id, contact, amount: 3150, comment: 'мягкий звонок' } });

let world: JobWorld;
let remote: StandIn;
/** What a method is refused with. */
let refused: Partial<Record<Method, RowMnemonic>>;
let ahead: number;
const now = () => new Date(Date.now() + ahead);

beforeEach(async () => {
  [refused, ahead] = [{}, 3600_000];
  world = await jobWorld();
  await world.settings.saveAccount(anAccount({ connection }));
  await world.settings.addSalon(asConnected(aSalon()));
  remote = standIn({ now });
  remote.held.campaigns.set(230144, { name: 'Поиск', status: 'active' });
  for (const told of [booking(1, anna), deal(2, anna), booking(3, boris)]) await world.handle(told);
  await send();
});

/** Sends all that is due, hours later each time, as what was deleted to be sent anew waits for one. */
async function send(): Promise<void> {
  const client = callingOn(remote);
  const call: CallDataApi = (access, method, params) => {
    const mnemonic = refused[method];
    return mnemonic === undefined
      ? client(access, method, params)
      : Promise.resolve({ outcome: 'row', mnemonic, field: 'id' });
  };
  const deps = outboundDeps(world.tables, sendingTo(remote, now, call));
  for (let turn = 0; turn < 3; turn++) {
    ahead += 2 * 3600_000;
    await drain(deps)('demo', () => true, { atOnce: true });
  }
}
const there = () =>
  JSON.stringify([...remote.held.requests.values(), ...remote.held.deals.values(), ...remote.held.contacts.values()]);
const run = () => world.run({ what: 'erase', phone: anna.phone, again: anna.phone });
async function swept(id: string) {
  await world.sweep();
  await world.work();
  return world.jobOf(id);
}
async function byHand(id: string) {
  const { listErasing } = erasings(world.tables.records);
  const shown = showJob({ findJob: world.deps.findJob, listErasing });
  const caller = { subject: 'admin', role: 'admin' as const };
  const answer = await shown({ account: anAccount({ connection }), caller, id, query: {}, body: undefined });
  return 'ok' in answer ? answer.ok.byHand : answer;
}
const sentOf = async (kind: 'request' | 'deal', id: string) => {
  const set = { salonKey: 'arbat', kind: kind === 'deal' ? 'deal' : 'booking', id } as const;
  return (await outbound(world.tables.records).sent({ kind, set })).value;
};

describe('An erasure of whom CoMagic knows', () => {
  it('is done once nothing of her is there, and leaves others', async () => {
    expect(there()).toMatch(marks);
    const { id, state } = await run();
    expect(state).toBe('running');
    expect((await swept(id)).state).toBe('running');
    await send();
    expect(there()).not.toMatch(marks);
    expect([...remote.held.requests.values()].map(({ ext_id }) => ext_id)).toEqual(['arbat.b.3']);
    expect(remote.held.contacts.get('arbat.7')).toMatchObject({ name: '—', phone_numbers: [], emails: [] });
    expect(remote.held.contacts.get('arbat.8')).toMatchObject({ name: 'Борис' });
    expect(remote.held.deals.get('arbat.d.2')?.at(-1)).not.toHaveProperty('contact_ext_ids');
    await swept(id);
    expect((await swept(id)).state).toBe('done');
    expect(await byHand(id)).toBeUndefined();
    expect(await sentOf('request', '1')).toEqual({ v: 1, isThere: false });
  });

  it('lists what CoMagic refuses to erase, and forgets what was told of it', async () => {
    const { id } = await run();
    refused = { 'delete.offline_messages': 'dependency_error', 'delete.deals': 'error' };
    await swept(id);
    await send();
    await swept(id);
    expect((await swept(id)).state).toBe('done');
    expect(await byHand(id)).toEqual([
      { kind: 'deal', id: 'arbat.d.2', mnemonic: 'error', field: 'id' },
      { kind: 'request', id: 'arbat.b.1', mnemonic: 'dependency_error', field: 'id' },
      { kind: 'request', id: 'arbat.d.2', mnemonic: 'dependency_error', field: 'id' },
    ]);
    expect(await sentOf('request', '1')).not.toHaveProperty('hash');
  });

  it('lists all that is there when nothing is sent any more', async () => {
    await world.settings.saveAccount(anAccount({ connection: { ...connection, isOn: false } }));
    const { id } = await run();
    await swept(id);
    await swept(id);
    expect((await swept(id)).state).toBe('done');
    const listed = (await byHand(id)) as { id: string; mnemonic: string }[];
    expect(new Set(listed.map(({ mnemonic }) => mnemonic))).toEqual(new Set(['off']));
    expect(listed.map(({ id: one }) => one).sort()).toEqual(['arbat.b.1', 'arbat.c.7', 'arbat.d.2', 'arbat.d.2']);
    expect(await sentOf('deal', '2')).not.toHaveProperty('hash');
  });
});
