import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settingsKeys } from '../../lib/model/keys.ts';
import { settingsItem } from '../../lib/store/settings-item.ts';
import { startStand, type Ask, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});
afterAll(() => stand.close());

const stranger = { as: 'stranger' };
const read = async (name: string, who: Ask = stranger) => (await stand.ask(`GET /api/catalog/${name}`, who)).body;
const put = (name: string, body: object, who: Ask = stranger) =>
  stand.ask(`PUT /api/catalog/${name}`, { ...who, body });

/** An account of its own, named by an operator. */
async function anAccount(): Promise<Ask & { account: string }> {
  const { body } = await stand.ask('POST /api/accounts', { as: 'operator', body: { name: 'Мята' } });
  return { as: 'operator', account: String(body['id']) };
}

describe('a catalog', () => {
  it('is empty at first, of version 0, and is what was put', async () => {
    expect(await read('sites')).toEqual({ items: [], version: 0, isManaged: false });
    const items = [{ id: '-1', name: 'Посетители без рекламной кампании', status: 'active' }];
    const { status, body } = await put('campaigns', { items, version: 0 });
    expect([status, body]).toEqual([200, { items, version: 1, isManaged: false }]);
    expect(await read('campaigns')).toEqual({ items, version: 1, isManaged: false });
    expect(await read('campaigns', {})).toEqual({ items: [], version: 0, isManaged: false });
  });

  it('has no two entries of one id', async () => {
    const items = [
      { id: '1', domainName: 'a.example.ru' },
      { id: '2', domainName: 'b.example.ru' },
      { id: ' 1', domainName: 'c.example.ru' },
    ];
    const { status, body } = await put('sites', { items, version: 0 });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { fields: { 'items.2.id': 'duplicate' } } });
  });

  it('of thousands of entries comes back whole', async () => {
    const items = Array.from({ length: 5000 }, (_, i) => ({ id: String(i), name: `Источник ${i}`, state: 'active' }));
    expect((await put('sources', { items, version: 0 })).status).toBe(200);
    expect(await read('sources')).toEqual({ items, version: 1, isManaged: false });
  });

  it('that fits in no item is refused', async () => {
    const noise = (i: number) =>
      Array.from({ length: 250 }, (_, j) => String.fromCodePoint(0x4e00 + ((i * 7919 + j * j * 104729) % 20000))).join(
        '',
      );
    const items = Array.from({ length: 3000 }, (_, i) => ({ id: String(i), name: noise(i) }));
    const { status, body } = await put('sources', { items, version: 1 });
    expect(status).toBe(413);
    expect(body).toMatchObject({ error: { code: 'too_large' } });
  });

  it('that is saved leaves an audit line: who, when, and how many entries, not which', async () => {
    const one = { id: '1', name: 'Маникюр' };
    await put('campaigns', { items: [one], version: 0 }, {});
    const three = [one, { ...one, id: '2' }, { ...one, id: '3' }];
    await put('campaigns', { items: three, version: 1 }, { as: 'operator', account: 'demo' });
    await put('campaigns', { items: [one, one], version: 2 }, {});
    await put('campaigns', { items: [one], version: 1 }, {});
    const line = { v: 1, at: expect.any(String), catalog: 'campaigns', what: 'catalog_saved' };
    expect(await stand.settings.listAudit('demo')).toEqual([
      { ...line, subject: 'admin', version: 1, changes: { items: { from: 0, to: 1 } } },
      { ...line, subject: 'operator', version: 2, changes: { items: { from: 1, to: 3 } } },
    ]);
  });

  it('names the field of the entry at fault', async () => {
    const items = [
      { id: '1', name: 'a' },
      { id: 'x', name: '' },
    ];
    const { body } = await put('campaigns', { items, version: 1 });
    expect(body).toMatchObject({ error: { fields: { 'items.1.id': 'regex', 'items.1.name': 'min_length' } } });
  });
});

describe('a save of a catalog', () => {
  it.each([
    [undefined, 'required'],
    [null, 'number'],
    ['0', 'number'],
    [-1, 'min_value'],
    [0.5, 'integer'],
  ])('names the version that it read: %j does not', async (version, code) => {
    const { status, body } = await put('sites', { items: [], version });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 'invalid_request', fields: { version: code } } });
  });

  it('over an older version, or one that is not there yet, is refused and changes nothing', async () => {
    const here = await anAccount();
    const items = [{ id: '1', name: 'Маникюр', status: 'active' }];
    await put('campaigns', { items, version: 0 }, here);
    for (const version of [0, 2]) {
      const { status, body } = await put('campaigns', { items: [], version }, here);
      expect([status, body]).toMatchObject([409, { error: { code: 'version_conflict' } }]);
    }
    expect(await read('campaigns', here)).toEqual({ items, version: 1, isManaged: false });
  });

  it('takes back what a reading answered', async () => {
    const here = await anAccount();
    const items = [{ id: '1', domainName: 'a.example.ru' }];
    const first = await put('sites', { items, version: 0 }, here);
    expect((await put('sites', first.body, here)).body).toEqual({ ...first.body, version: 2 });
  });

  /** Reads a list, adds an entry and saves it; answers the status. */
  async function add(id: string, here: Ask): Promise<number> {
    const { items, version } = (await read('sites', here)) as { items: object[]; version: number };
    return (await put('sites', { items: [...items, { id, domainName: 'a.example.ru' }], version }, here)).status;
  }
  async function expectAll(ids: string[], here: Ask & { account: string }): Promise<void> {
    const { items, version } = (await read('sites', here)) as { items: { id: string }[]; version: number };
    expect(items.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(version).toBe(ids.length);
    const lines = (await stand.settings.listAudit(here.account)).filter(({ what }) => what === 'catalog_saved');
    expect(lines.map((line) => line.version).sort((a, b) => a - b)).toEqual(ids.map((_, at) => at + 1));
  }
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => String(i));

  it('is won by one of fifty who save one version at once; the others know, and lose nothing when they come again', async () => {
    const here = await anAccount();
    const ids = numbers(50);
    const save = (id: string) => put('sites', { items: [{ id, domainName: 'a.example.ru' }], version: 0 }, here);
    const statuses = (await Promise.all(ids.map(save))).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 409)).toEqual([200]);
    for (const id of ids.filter((_, at) => statuses[at] === 409)) expect(await add(id, here)).toBe(200);
    await expectAll(ids, here);
  });

  it('is lost by none of ten who add an entry at once, each again while another is faster', async () => {
    const here = await anAccount();
    const ids = numbers(10);
    const addUntilSaved = async (id: string): Promise<void> => {
      while ((await add(id, here)) === 409);
    };
    await Promise.all(ids.map(addUntilSaved));
    await expectAll(ids, here);
  });
});

describe('a catalog from before there were versions', () => {
  const items = [{ id: '7', name: 'Яндекс', state: 'active' }];
  async function stored(account: string, more: object): Promise<void> {
    const key = settingsKeys.catalog(account, 'sources');
    await stand.tables.settings.putIf(settingsItem(key, { v: 1, items, ...more }), undefined);
  }

  it('has that of its audit line', async () => {
    const here = await anAccount();
    const saving = { at: '2026-03-01T00:00:00.000Z', subject: 'anna', catalog: 'sources', what: 'catalog_saved' };
    await stored(here.account, { lastAudit: { v: 1, ...saving, version: 7, changes: {} } });
    expect(await read('sources', here)).toEqual({ items, version: 7, isManaged: false });
    expect((await put('sources', { items: [], version: 7 }, here)).body).toEqual({
      items: [],
      version: 8,
      isManaged: false,
    });
  });

  it('is at 0 when it has none, and is saved from there', async () => {
    const here = await anAccount();
    await stored(here.account, {});
    expect(await read('sources', here)).toEqual({ items, version: 0, isManaged: false });
    expect((await put('sources', { items: [], version: 0 }, here)).body).toEqual({
      items: [],
      version: 1,
      isManaged: false,
    });
  });
});

describe('a list that CoMagic fills', () => {
  const items = [{ id: '1', name: 'Маникюр', status: 'active' as const }];

  it('is saved by nobody while the account has a key, and by hand again without one', async () => {
    const here = await anAccount();
    const has = async (keySet: boolean) => {
      const account = (await stand.settings.findAccount(here.account))!;
      const connection = { apiHost: 'comagic', isOn: false, keySet } as const;
      await stand.settings.changeAccount(here.account, () => ({ value: { ...account, connection } }));
    };
    await has(true);
    expect((await put('campaigns', { items: [], version: 0 }, here)).status).toBe(200);
    const saving = { at: '2026-03-20T09:00:00.000Z', subject: 'CoMagic' };
    await stand.settings.fillList(here.account, 'campaigns', () => items, saving);
    expect(await read('campaigns', here)).toEqual({ items, version: 2, isManaged: true });
    const { status, body } = await put('campaigns', { items: [], version: 2 }, here);
    expect([status, body]).toMatchObject([409, { error: { code: 'managed' } }]);
    expect((await put('sites', { items: [], version: 0 }, here)).status).toBe(200);
    await has(false);
    expect(await read('campaigns', here)).toEqual({ items, version: 2, isManaged: false });
    expect((await put('campaigns', { items: [], version: 2 }, here)).status).toBe(200);
  });

  it('is saved when it changes alone, each time with a line of the audit', async () => {
    const here = await anAccount();
    const saving = { at: '2026-03-20T09:00:00.000Z', subject: 'CoMagic' };
    const fill = (now: typeof items) => stand.settings.fillList(here.account, 'campaigns', () => now, saving);
    await fill(items);
    await fill(items);
    await fill([...items, { ...items[0]!, id: '2' }]);
    const lines = (await stand.settings.listAudit(here.account)).filter(({ what }) => what === 'catalog_saved');
    expect(lines.map(({ subject, changes }) => [subject, changes['items']])).toEqual([
      ['CoMagic', { from: 0, to: 1 }],
      ['CoMagic', { from: 1, to: 2 }],
    ]);
  });
});
