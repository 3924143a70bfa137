import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asConnected, aSalon } from '../build/settings.ts';
import { settingsKeys } from '../../lib/model/keys.ts';
import { settingsItem } from '../../lib/store/settings-item.ts';
import { startStand, type Answer, type Ask, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});
afterAll(() => stand.close());

const active = { isActive: true, salonId: 'Salon-1042', salonLogin: 'myata', token: 'a-token-of-the-salon' };

/** An account of its own, named by an operator. */
async function anAccount(): Promise<Ask & { account: string }> {
  const { body } = await stand.ask('POST /api/accounts', { as: 'operator', body: { name: 'Мята' } });
  return { as: 'operator', account: String(body['id']) };
}
const create = (here: Ask, more: object = {}) =>
  stand.ask('POST /api/salons', { ...here, body: { ...active, ...more } });
const created = async (here: Ask, more: object = {}) => String((await create(here, more)).body['id']);
async function save(here: Ask, id: string, body: object): Promise<Answer> {
  const { version } = (await stand.ask('GET /api/salons/{id}', { ...here, id })).body;
  return stand.ask('PUT /api/salons/{id}', { ...here, id, body: { version, ...body } });
}
async function listed(here: Ask): Promise<{ id: string; isActive: boolean }[]> {
  return (await stand.ask('GET /api/salons', here)).body['items'] as { id: string; isActive: boolean }[];
}
const statuses = (answers: Answer[]) => answers.map(({ status }) => status).sort();
const refused = [409, { error: { code: 'already_connected' } }];

describe('a second active salon of one id', () => {
  it.each(['Salon-1042', ' salon-1042 ', 'SALON-1042'])(
    'is not created, however it is spelled: %j',
    async (salonId) => {
      const here = await anAccount();
      await create(here);
      const { status, body } = await create(here, { salonId });
      expect([status, body]).toMatchObject(refused);
      expect(await listed(here)).toHaveLength(1);
    },
  );

  it('is not switched on, and not given the id while it is on', async () => {
    const here = await anAccount();
    await create(here);
    const off = await created(here, { isActive: false });
    const other = await created(here, { salonId: '2044' });
    for (const answer of [
      await save(here, off, { isActive: true }),
      await save(here, other, { salonId: 'salon-1042' }),
    ]) {
      expect([answer.status, answer.body]).toMatchObject(refused);
    }
    expect((await listed(here)).map(({ isActive }) => isActive)).toEqual([true, false, true]);
  });

  it('is taken as long as it is off, in another account, and for another id', async () => {
    const here = await anAccount();
    await create(here);
    const free = [
      create(here, { isActive: false }),
      create(await anAccount()),
      create(here, { salonId: 'Salon-10421' }),
    ];
    expect(statuses(await Promise.all(free))).toEqual([201, 201, 201]);
  });

  it('is connected once the first is off, and then the first is the second', async () => {
    const here = await anAccount();
    const first = await created(here);
    const second = await created(here, { isActive: false });
    for (const [off, on] of [
      [first, second],
      [second, first],
      [first, second],
    ] as const) {
      expect((await save(here, off, { isActive: false })).status).toBe(200);
      expect((await save(here, on, { isActive: true })).status).toBe(200);
      expect((await save(here, off, { isActive: true })).status).toBe(409);
    }
  });

  it('is connected once the first has another id', async () => {
    const here = await anAccount();
    const first = await created(here);
    await save(here, first, { salonId: '2044' });
    expect((await create(here)).status).toBe(201);
    expect((await save(here, first, { salonId: 'salon-1042' })).status).toBe(409);
  });
});

describe('of several salons of one id at once', () => {
  it('exactly one is created', async () => {
    const here = await anAccount();
    const answers = await Promise.all(Array.from({ length: 8 }, () => create(here)));
    expect(statuses(answers)).toEqual([201, ...Array<number>(7).fill(409)]);
    expect(await listed(here)).toHaveLength(1);
  });

  it('exactly one is switched on', async () => {
    const here = await anAccount();
    const ids = await Promise.all(Array.from({ length: 8 }, () => created(here, { isActive: false })));
    const answers = await Promise.all(ids.map((id) => save(here, id, { isActive: true })));
    expect(statuses(answers)).toEqual([200, ...Array<number>(7).fill(409)]);
    expect((await listed(here)).filter(({ isActive }) => isActive)).toHaveLength(1);
  });
});

describe('two active salons of one id from before that was refused', () => {
  it('are saved as before and switched off; a third is refused, and so is the one that went', async () => {
    const here = await anAccount();
    for (const key of ['one', 'two']) {
      const salon = aSalon({ key, accountKey: here.account, salonId: active.salonId, isActive: true });
      const item = settingsItem(settingsKeys.salon(here.account, key), asConnected(salon), '1');
      await stand.tables.settings.putIf(item, undefined);
    }
    expect((await save(here, 'one', { token: 'a-newer-token' })).status).toBe(200);
    expect((await create(here)).status).toBe(409);
    expect((await save(here, 'one', { isActive: false })).status).toBe(200);
    expect((await save(here, 'one', { isActive: true })).status).toBe(409);
    expect((await save(here, 'two', { salonName: 'Мята' })).status).toBe(200);
  });
});
