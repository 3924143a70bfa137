import { describe, expect, it } from '@jest/globals';
import { contactRecordOf } from '../../lib/domain/contact.ts';
import type { Fault } from '../../local/comagic/stand-in.ts';
import type { OutboundRecord } from '../../lib/model/outbound-state.ts';
import { dealRow, dealSet, minute, origin, outboundWorld } from './world.ts';

const at = new Date(origin - 24 * 60 * minute).toISOString();
const contact: OutboundRecord = { kind: 'contact', salonKey: 'arbat', key: '7001' };
type World = Awaited<ReturnType<typeof outboundWorld>>;

const nameIn = ({ remote }: World) =>
  remote.held.deals.get('arbat.d.771904')?.map((row) => row['main_contact_ext_id'] ?? 'none');
const again = async (world: World) => {
  world.clock.now += 2 * 60 * minute;
  return world.drain();
};

describe('A deal whose contact is refused', () => {
  async function refused(fault: (method: string) => Fault = () => 'none') {
    let isRefused = true;
    const refuses = ({ phone_numbers }: Record<string, unknown>) =>
      isRefused && phone_numbers !== undefined ? ('invalid_parameter_value' as const) : undefined;
    const world = await outboundWorld({ remote: { refuses, fault } });
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at, event: 'e1', stage: '10' }));
    await world.drain();
    return { world, mend: () => (isRefused = false) };
  }

  it('is told without it, and with it once it is mended', async () => {
    const { world, mend } = await refused();
    expect(nameIn(world)).toEqual(['none']);
    expect(await world.isPending()).toBe(false);
    mend();
    await world.deps.remark({ accountKey: 'demo', record: contact });
    await again(world);
    expect(nameIn(world)).toEqual(['arbat.7001']);
    expect(await world.isPending()).toBe(false);
  });

  it('waits while it is not known whether it is mended', async () => {
    let isLost = false;
    const { world, mend } = await refused((method) =>
      isLost && method === 'create.deal_contacts' ? 'unanswered' : 'none',
    );
    mend();
    isLost = true;
    await world.deps.remark({ accountKey: 'demo', record: contact });
    world.clock.now += 2 * 60 * minute;
    expect(await world.drain()).toBe('again');
    isLost = false;
    // It may still be carried out for a minute.
    world.clock.now += minute / 2;
    await world.drain();
    expect(await world.isPending()).toBe(true);
    await world.settle();
    expect(nameIn(world)).toEqual(['arbat.7001']);
  });

  it('is told no second time while it stays refused', async () => {
    const { world } = await refused();
    await world.deps.remark({ accountKey: 'demo', record: contact });
    await again(world);
    expect(nameIn(world)).toEqual(['none']);
    expect(await world.isPending()).toBe(false);
    expect((await world.state.sent(contact)).value?.parked?.mnemonic).toBe('invalid_parameter_value');
  });

  it('is one of a hundred that are told again, at most', async () => {
    const { world } = await refused();
    for (let i = 0; i < 150; i++)
      await world.writer(dealSet(String(i)), dealRow({ id: String(i), at, event: `e${i}`, stage: '10' }));
    await again(world);
    expect((await world.state.sent(contact)).value?.namedBy).toHaveLength(100);
  });
});

describe('A contact of whom nothing is known', () => {
  /** As after an erasure, or of a deal that names an id alone. */
  async function unknown() {
    const world = await outboundWorld();
    const { client: _, ...reading } = dealRow({ id: '771904', at, event: 'e1', stage: '10' }).reading;
    const row = { ...dealRow({ id: '771904', at, event: 'e1', stage: '10' }), reading: { ...reading, client: nobody } };
    await world.writer(dealSet('771904'), row);
    await world.drain();
    return world;
  }
  const nobody = { id: '7001', phones: [], emails: [] };

  it('is not made there, and its deal goes without it', async () => {
    const world = await unknown();
    expect([...world.remote.held.contacts.keys()]).toEqual([]);
    expect(nameIn(world)).toEqual(['none']);
    expect(await world.isPending()).toBe(false);
  });

  it('is made once something is known, and its deal told again', async () => {
    const world = await unknown();
    const known = dealRow({ id: '771905', at, event: 'e2', stage: '10' });
    expect(contactRecordOf(known)?.phones).toHaveLength(1);
    await world.writer(dealSet('771905'), known);
    await again(world);
    expect([...world.remote.held.contacts.keys()]).toEqual(['arbat.7001']);
    expect(nameIn(world)).toEqual(['arbat.7001']);
  });
});
