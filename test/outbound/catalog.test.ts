import { describe, expect, it } from '@jest/globals';
import { outboundMessage } from '../../lib/flow/outbound/outbound-message.ts';
import type { CatalogName } from '../../lib/model/catalog.ts';
import type { CallDataApi } from '../../lib/model/data-api.ts';
import type { OutboundMessage } from '../../lib/model/outbound-message.ts';
import { aSalon, anAccount, asConnected } from '../build/settings.ts';
import { bookingRow, bookingSet, outboundWorld, minute, type WorldOptions } from './world.ts';

const hourly = { v: 1, type: 'catalog', accountKey: 'demo' } as const;
const noCampaign = { id: '-1', name: 'Посетители без рекламной кампании', status: 'active' };
const search = { id: '230144', name: 'Поиск', status: 'active' };

/** An account whose CoMagic has two campaigns, one source and one site. */
async function world(options: WorldOptions = {}) {
  const counts: object[] = [];
  const made = await outboundWorld({ isOn: false, ...options });
  made.remote.held.sources.set(40112, { name: 'Онлайн-запись', state: 'active' });
  made.remote.held.sources.set(-1, { name: 'Не определён', state: 'active' });
  made.remote.held.sites.set(21507, 'myata.example.ru');
  const handle = outboundMessage({ ...made.deps, count: (more) => counts.push(more) });
  return {
    ...made,
    counts,
    fill: async (message: OutboundMessage = hourly) => (await handle(message, () => 100_000)).outcome,
    list: <N extends CatalogName>(name: N) => made.settings.findList('demo', name),
    status: async () => (await made.state.status('demo')).catalog,
  };
}

describe('The catalog of an account with a key', () => {
  it('is filled as CoMagic has it, whether its records are sent or not', async () => {
    const { fill, list, status, counts } = await world();
    expect(await fill()).toBe('filled');
    expect(await list('campaigns')).toEqual({ items: [noCampaign, search], version: 1, isFilled: true });
    expect((await list('sources')).items).toEqual([
      { id: '40112', name: 'Онлайн-запись', state: 'active' },
      { id: '-1', name: 'Не определён', state: 'active' },
    ]);
    expect((await list('sites')).items).toEqual([{ id: '21507', domainName: 'myata.example.ru', state: 'work' }]);
    expect(await status()).toEqual({ at: '2026-03-20T09:00:00.000Z', campaigns: 'ok', sources: 'ok', sites: 'ok' });
    expect(counts).toEqual([{ defaultsInactive: 0 }]);
  });

  it('takes three calls, and is asked for once an hour', async () => {
    const { fill, remote, clock, deps, state } = await world();
    await fill();
    expect(remote.counts.calls).toBe(3);
    const sent: OutboundMessage[] = [];
    const sweep = async () => {
      sent.length = 0;
      const send = (messages: readonly OutboundMessage[]) => Promise.resolve(sent.push(...messages) > 0);
      await outboundMessage({ ...deps, send, count: () => undefined })({ v: 1, type: 'sweep' }, () => 100_000);
      return sent;
    };
    clock.now += 59 * minute;
    expect(await sweep()).toEqual([]);
    clock.now += minute;
    expect(await sweep()).toEqual([hourly]);
    expect((await state.status('demo')).catalog?.campaigns).toBe('ok');
  });

  it('is not saved again while nothing changes', async () => {
    const { fill, list, clock } = await world();
    await fill();
    clock.now += 60 * minute;
    await fill();
    expect((await list('campaigns')).version).toBe(1);
  });

  it('keeps what CoMagic has no more, marked', async () => {
    const { fill, list, remote } = await world();
    await fill();
    remote.held.campaigns.delete(230144);
    remote.held.sources.delete(40112);
    remote.held.sites.delete(21507);
    await fill();
    expect((await list('campaigns')).items[1]).toEqual({ ...search, status: 'inactive' });
    expect((await list('sources')).items[0]?.state).toBe('removed');
    expect((await list('sites')).items[0]?.state).toBe('disable');
  });

  it('marks what somebody wrote by hand and CoMagic does not have', async () => {
    const { fill, list, settings } = await world();
    const saving = { at: '2026-03-01T00:00:00.000Z', subject: 'anna' };
    const items = [{ id: '7', name: 'Своя', status: 'active' as const }];
    await settings.saveList('demo', 'campaigns', { items, version: 0 }, saving);
    await fill();
    expect((await list('campaigns')).items.map(({ id, status }) => [id, status])).toEqual([
      ['7', 'inactive'],
      ['-1', 'active'],
      ['230144', 'active'],
    ]);
  });

  it('calls nothing gone when CoMagic shows as much as is asked for, though some of it twice', async () => {
    const { deps, fill, list } = await world();
    await fill();
    const names = { name: 'Другая', status: 'active', state: 'active', domain_name: 'other.example.ru' };
    const data = Array.from({ length: 5000 }, (_, at) => ({ id: 300_000 + Math.min(at, 4998), ...names }));
    const call = (() => Promise.resolve({ outcome: 'ok', data })) as unknown as CallDataApi;
    await outboundMessage({ ...deps, call, count: () => undefined })(hourly, () => 100_000);
    expect((await list('campaigns')).items.find(({ id }) => id === '-1')).toEqual(noCampaign);
  });

  it('keeps a list by hand that CoMagic does not show, and fills the others', async () => {
    const { fill, list, remote, status } = await world();
    remote.access.components.delete('call_tracking');
    expect(await fill()).toBe('filled');
    expect(await list('sources')).toEqual({ items: [], version: 0, isFilled: false });
    expect((await list('sites')).isFilled).toBe(true);
    expect(await status()).toMatchObject({ campaigns: 'ok', sources: 'method_component_disabled', sites: 'ok' });
  });

  it('stays as it is when CoMagic shows a list without what is always in it', async () => {
    const { fill, list, remote, status } = await world();
    await fill();
    remote.held.campaigns.clear();
    remote.held.sources.clear();
    await fill();
    expect((await list('campaigns')).items).toEqual([noCampaign, search]);
    expect((await list('sources')).items.map(({ state }) => state)).toEqual(['active', 'active']);
    expect(await status()).toMatchObject({ campaigns: 'unanswered', sources: 'unanswered', sites: 'ok' });
  });

  it('stays as it is when CoMagic does not answer', async () => {
    let isDown = false;
    const { fill, list, status } = await world({ remote: { fault: () => (isDown ? 'lost' : 'none') } });
    await fill();
    isDown = true;
    await fill();
    expect(await list('campaigns')).toMatchObject({ items: [noCampaign, search], version: 1 });
    expect(await status()).toMatchObject({ campaigns: 'unanswered' });
  });

  it('stays as it is, and can be read, when CoMagic tells an id that is none', async () => {
    const { fill, list, remote, status } = await world();
    await fill();
    remote.held.campaigns.set(1.5, { name: 'Полтора', status: 'active' });
    await fill();
    expect(await list('campaigns')).toMatchObject({ items: [noCampaign, search], version: 1 });
    expect(await status()).toMatchObject({ campaigns: 'unanswered', sources: 'ok' });
  });

  it('has a name that is too long cut, and no half of a letter', async () => {
    const { fill, list, remote } = await world();
    remote.held.campaigns.set(7, { name: `${'я'.repeat(254)}🌿`, status: 'active' });
    await fill();
    const name = (await list('campaigns')).items.find(({ id }) => id === '7')?.name;
    expect(name?.slice(0, 254)).toBe('я'.repeat(254));
    expect(name?.isWellFormed()).toBe(true);
  });

  it('spends nothing that is kept for people, unless people ask', async () => {
    const { fill, state, status } = await world();
    const window = { ends: Date.parse('2026-03-21T00:00:00.000Z'), left: 350, limit: 3500 };
    await state.changePoints('demo', () => ({ v: 1, minute: window, day: window }));
    await fill();
    expect(await status()).toMatchObject({ campaigns: 'unanswered' });
    await fill({ ...hourly, now: true });
    expect(await status()).toMatchObject({ campaigns: 'ok' });
  });

  it('is not asked for without a key', async () => {
    const { fill, settings, remote } = await world();
    await settings.saveAccount(anAccount({ connection: { apiHost: 'comagic', isOn: false, keySet: false } }));
    expect(await fill()).toBe('none');
    expect(remote.counts.calls).toBe(0);
  });
});

describe('A default that CoMagic uses no more', () => {
  const passing = { sendRequests: true, attributeTo: 'campaign', defaultCampaignId: '230144' } as const;

  it('is counted, and its salon goes on as before', async () => {
    const { fill, remote, counts, settings, writer, drain, clock } = await world({ isOn: true, salon: passing });
    expect(await fill()).toBe('filled');
    remote.held.campaigns.delete(230144);
    expect(await fill()).toBe('filled, 1 default inactive');
    expect(counts).toEqual([{ defaultsInactive: 0 }, { defaultsInactive: 1 }]);
    expect((await settings.findSalon('demo', 'arbat'))?.sendRequests).toBe(true);
    remote.held.campaigns.set(230144, { name: 'Поиск', status: 'active' });
    await writer(bookingSet('1'), bookingRow({ id: '1', at: '2026-03-19T09:00:00.000Z', event: 'b1' }));
    clock.now += 60 * minute;
    await drain();
    expect(remote.held.requests.size).toBe(1);
  });

  it('of a salon that passes on no requests, is inactive or deleted is not', async () => {
    const { fill, counts, settings } = await world({ salon: { ...passing, sendRequests: false } });
    const other = { ...passing, defaultCampaignId: '999' };
    await settings.addSalon(asConnected(aSalon({ ...other, key: 'off', salonId: '2', isActive: false })));
    const deletedAt = '2026-03-01T00:00:00.000Z';
    await settings.addSalon(asConnected(aSalon({ ...other, key: 'gone', salonId: '3', deletedAt })));
    await fill();
    expect(counts).toEqual([{ defaultsInactive: 0 }]);
  });
});
