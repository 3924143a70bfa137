import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { without } from '../build/without.ts';
import { startStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});
afterAll(() => stand.close());

const token = 'a-token-of-the-salon';
const active = { isActive: true, salonId: '1042', salonLogin: 'msc_myata_arbat', token };

describe('a saved salon', () => {
  it('keeps what is absent, changes what is sent and clears what is null', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: { ...active, salonName: 'Мята' } });
    const id = String(made['id']);
    const sent = { version: 1, isActive: false, salonName: null, stageTypes: { Визит: 'success' }, lookbackDays: 7 };
    const { status, body } = await stand.ask('PUT /api/salons/{id}', { id, body: sent });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...without(made, 'salonName'),
      isActive: false,
      stageTypes: { Визит: 'success' },
      lookbackDays: 7,
      version: 2,
      updatedAt: expect.any(String),
    });
    expect((await stand.ask('GET /api/salons/{id}', { id })).body).toEqual(body);
  });

  it('may be sent back whole as it was answered', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: active });
    const { status, body } = await stand.ask('PUT /api/salons/{id}', { id: String(made['id']), body: made });
    expect(status).toBe(200);
    expect(body).toEqual({ ...made, version: 2, updatedAt: expect.any(String) });
  });

  it('shows of its token the last four characters, and stores no more than its hash', async () => {
    const { body: made, text } = await stand.ask('POST /api/salons', { body: active });
    expect(made).toMatchObject({ tokenSet: true, tokenLast4: 'alon' });
    expect(text).not.toContain(token);
    const stored = await stand.settings.findSalon('demo', String(made['id']));
    expect(stored?.tokenSha256).toBe('746903f32b0993c6241251769e11ab7813203ae9110d520f645afcaa544f7090');
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('is found by its hook key: the item that the door reads', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: active });
    const hookKey = String(made['webhookUrl']).split('/').at(-1)!;
    const item = await stand.tables.settings.get(`hook#${hookKey}`, 'hook');
    expect(JSON.parse(String(item?.['body']))).toEqual({ v: 1, accountKey: 'demo', salonKey: made['id'] });
  });

  it('takes a hundred types of stages, of the longest names, twice over, and no more', async () => {
    const types = (count: number, type: string) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}`.padEnd(255, '\u8239'), type]));
    const made = await stand.ask('POST /api/salons', { body: { stageTypes: types(100, 'success') } });
    const id = String(made.body['id']);
    const put = (stageTypes: object) => stand.ask('PUT /api/salons/{id}', { id, body: { version: 1, stageTypes } });
    expect((await put(types(101, 'failed'))).body).toMatchObject({ error: { fields: { stageTypes: 'check' } } });
    expect((await put(types(100, 'failed'))).status).toBe(200);
  });

  it('of another account is not there, to read or to write', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: {} });
    const id = String(made['id']);
    expect((await stand.ask('GET /api/salons/{id}', { as: 'stranger', id })).status).toBe(404);
    expect((await stand.ask('PUT /api/salons/{id}', { as: 'stranger', id, body: { version: 1 } })).status).toBe(404);
    const theirs = await stand.ask('GET /api/salons', { as: 'stranger' });
    expect(theirs.text).not.toContain(id);
  });
});

describe('a save', () => {
  it('with an old version is refused', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: {} });
    const id = String(made['id']);
    await stand.ask('PUT /api/salons/{id}', { id, body: { version: 1, salonName: 'Первая' } });
    const { status, body } = await stand.ask('PUT /api/salons/{id}', { id, body: { version: 1, salonName: 'Вторая' } });
    expect(status).toBe(409);
    expect(body).toMatchObject({ error: { code: 'version_conflict' } });
    expect((await stand.ask('GET /api/salons/{id}', { id })).body).toMatchObject({ salonName: 'Первая', version: 2 });
  });

  it('is won by exactly one of many that start from one version', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: {} });
    const id = String(made['id']);
    const names = ['А', 'Б', 'В', 'Г', 'Д', 'Е'];
    const answers = await Promise.all(
      names.map((salonName) => stand.ask('PUT /api/salons/{id}', { id, body: { version: 1, salonName } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    const winner = names[answers.findIndex(({ status }) => status === 200)];
    expect((await stand.ask('GET /api/salons/{id}', { id })).body).toMatchObject({ salonName: winner, version: 2 });
    const lines = (await stand.settings.listAudit('demo')).filter(({ salonKey }) => salonKey === id);
    expect(lines).toHaveLength(2);
  });

  it('leaves an audit line: who, when and what changed, of a token no secret', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: { salonName: 'Мята' } });
    const id = String(made['id']);
    const body = { version: 1, salonName: 'Мята, Арбат', token, sendDeals: true };
    const { body: saved } = await stand.ask('PUT /api/salons/{id}', { as: 'operator', account: 'demo', id, body });
    const lines = (await stand.settings.listAudit('demo')).filter(({ salonKey }) => salonKey === id);
    expect(lines).toMatchObject([
      {
        at: made['createdAt'],
        subject: 'admin',
        what: 'salon_created',
        version: 1,
        changes: { salonName: { to: 'Мята' } },
      },
      {
        at: saved['updatedAt'],
        subject: 'operator',
        what: 'salon_saved',
        version: 2,
        changes: {
          salonName: { from: 'Мята', to: 'Мята, Арбат' },
          token: { from: { set: false }, to: { set: true, last4: 'alon' } },
          sendDeals: { from: false, to: true },
        },
      },
    ]);
    expect(Object.keys(lines[1]!.changes)).toHaveLength(3);
    expect(JSON.stringify(lines)).not.toContain(token);
  });

  it('puts the line of the save before again, which a crash between the two writes had lost', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: {} });
    const id = String(made['id']);
    const before = (await stand.settings.findSalon('demo', id))!;
    // As a save that stopped after the salon: its line stands in the salon alone.
    const at = '2026-03-18T10:00:00.000Z';
    const lastAudit = { ...before.lastAudit, at, version: 2, what: 'salon_saved' as const };
    const crashed = { ...before, version: 2, updatedAt: at, lastAudit };
    const item = (await stand.tables.settings.get('account#demo', `salon#${id}`))!;
    await stand.tables.settings.putIf({ ...item, rev: '2', body: JSON.stringify(crashed) }, item.rev);
    await stand.ask('PUT /api/salons/{id}', { id, body: { version: 2 } });
    const lines = (await stand.settings.listAudit('demo')).filter(({ salonKey }) => salonKey === id);
    expect(lines.map(({ version }) => version).sort()).toEqual([1, 2, 3]);
  });
});
