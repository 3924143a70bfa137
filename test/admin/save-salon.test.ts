import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { without } from '../build/without.ts';
import { startStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});
afterAll(() => stand.close());

const token = 'a-token-of-the-salon';
let connected = 0;
/** An active salon of an id that no other has. */
const active = () => ({ isActive: true, salonId: `1042-${connected++}`, salonLogin: 'msc_myata_arbat', token });

describe('a saved salon', () => {
  it('keeps what is absent, changes what is sent and clears what is null', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: { ...active(), salonName: 'Мята' } });
    const id = String(made['id']);
    const taught = { stageTypes: { Визит: 'success' }, bookingStatuses: { ' Пришла ': 'came' } };
    const sent = { version: 1, isActive: false, salonName: null, ...taught };
    const { status, body } = await stand.ask('PUT /api/salons/{id}', { id, body: sent });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...without(made, 'salonName'),
      isActive: false,
      stageTypes: { Визит: 'success' },
      bookingStatuses: { Пришла: 'came' },
      version: 2,
      updatedAt: expect.any(String),
    });
    expect((await stand.ask('GET /api/salons/{id}', { id })).body).toEqual(body);
  });

  it('loses none of fifty who save at once: one is taken, the others are told and come again', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: active() });
    const id = String(made['id']);
    const words = Array.from({ length: 50 }, (_, n) => `слово ${n}`);
    const save = async (word: string) => {
      const { body } = await stand.ask('GET /api/salons/{id}', { id });
      const bookingStatuses = { ...(body['bookingStatuses'] as object), [word]: 'came' };
      return { word, sent: { version: body['version'], bookingStatuses } };
    };
    const put = async ({ word, sent }: Awaited<ReturnType<typeof save>>) => ({
      word,
      status: (await stand.ask('PUT /api/salons/{id}', { id, body: sent })).status,
    });
    const read = await Promise.all(words.map(save));
    const answers = await Promise.all(read.map(put));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(49);
    for (const { word } of refused) expect((await put(await save(word))).status).toBe(200);
    const { body } = await stand.ask('GET /api/salons/{id}', { id });
    expect(Object.keys(body['bookingStatuses'] as object).sort()).toEqual([...words].sort());
    expect(body['version']).toBe(51);
    const lines = (await stand.settings.listAudit('demo')).filter(({ salonKey }) => salonKey === id);
    expect(lines.map(({ version }) => version).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 51 }, (_, n) => n + 1),
    );
  });

  it('may be sent back whole as it was answered', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: active() });
    const { status, body } = await stand.ask('PUT /api/salons/{id}', { id: String(made['id']), body: made });
    expect(status).toBe(200);
    expect(body).toEqual({ ...made, version: 2, updatedAt: expect.any(String) });
  });

  it('shows of its token the last four characters, and stores no more than its hash', async () => {
    const { body: made, text } = await stand.ask('POST /api/salons', { body: active() });
    expect(made).toMatchObject({ tokenSet: true, tokenLast4: 'alon' });
    expect(text).not.toContain(token);
    const stored = await stand.settings.findSalon('demo', String(made['id']));
    expect(stored?.tokenSha256).toBe('746903f32b0993c6241251769e11ab7813203ae9110d520f645afcaa544f7090');
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('is found by its hook key: the item that the door reads', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: active() });
    const hookKey = String(made['webhookUrl']).split('/').at(-1)!;
    const item = await stand.tables.settings.get(`hook#${hookKey}`, 'hook');
    expect(JSON.parse(String(item?.['body']))).toEqual({ v: 1, accountKey: 'demo', salonKey: made['id'] });
  });

  const words = (count: number, meaning: string) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}`.padEnd(255, '\u8239'), meaning]));

  it.each([
    ['stageTypes', 'success', 'failed'],
    ['bookingStatuses', 'confirmed', 'cancelled'],
  ])('takes a hundred %s, of the longest names, twice over, and no more', async (field, first, second) => {
    const made = await stand.ask('POST /api/salons', { body: { [field]: words(100, first) } });
    const id = String(made.body['id']);
    const put = (taught: object) => stand.ask('PUT /api/salons/{id}', { id, body: { version: 1, [field]: taught } });
    expect((await put(words(101, second))).body).toMatchObject({ error: { fields: { [field]: 'check' } } });
    expect((await put({ x: 'deleted' })).body).toMatchObject({ error: { fields: { [`${field}.*`]: 'picklist' } } });
    expect((await put({ ['x'.repeat(256)]: first })).status).toBe(400);
    expect((await put(words(100, second))).body).toMatchObject({ [field]: words(100, second) });
  });

  it('takes fifty paths of the payload, 4 KB of them, and only fields that there are', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: {} });
    const put = async (fieldMap: object) => {
      const version = (await stand.ask('GET /api/salons/{id}', { id: String(made['id']) })).body['version'];
      return stand.ask('PUT /api/salons/{id}', { id: String(made['id']), body: { version, fieldMap } });
    };
    const paths = (count: number, letters: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}`.padStart(letters, 'x'), 'ignore']));
    expect((await put({ ' data.itogo ': 'amount' })).body).toMatchObject({ fieldMap: { 'data.itogo': 'amount' } });
    expect((await put({ 'data.itogo': 'revenue' })).body).toMatchObject({
      error: { code: 'invalid_request', fields: { 'fieldMap.*': 'picklist' } },
    });
    expect((await put(paths(51, 5))).body).toMatchObject({ error: { fields: { fieldMap: 'max_entries' } } });
    // As JSON an entry has 12 bytes beside its path: 50 of these are 4,051 bytes, and 4,101.
    expect((await put(paths(50, 69))).status).toBe(200);
    expect((await put(paths(50, 70))).body).toMatchObject({ error: { fields: { fieldMap: 'check' } } });
    expect((await put({ ['x'.repeat(201)]: 'ignore' })).status).toBe(400);
    expect((await put({ '': 'ignore' })).status).toBe(400);
  });

  it('that would fit in no item is refused; what fits in two saves is saved in two', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: {} });
    const [stageTypes, bookingStatuses] = [words(100, 'in_process'), words(100, 'confirmed')];
    const put = (body: object) => stand.ask('PUT /api/salons/{id}', { id: String(made['id']), body });
    expect((await put({ version: 1, stageTypes, bookingStatuses })).status).toBe(200);
    const others = { stageTypes: words(99, 'in_process'), bookingStatuses: words(99, 'confirmed') };
    const { status, body } = await put({ version: 2, ...others });
    expect([status, body]).toMatchObject([413, { error: { code: 'too_large' } }]);
    expect((await put({ version: 2, stageTypes: others.stageTypes })).status).toBe(200);
    expect((await put({ version: 3, bookingStatuses: others.bookingStatuses })).status).toBe(200);
  });

  it.each([{ matchBooking: true }, { matchContact: true }, { matchUtm: true }, { lookbackDays: 30 }])(
    'takes no setting that nothing reads: %j',
    async (body) => {
      const answer = await stand.ask('POST /api/salons', { body });
      expect(answer).toMatchObject({ status: 400, body: { error: { fields: { '*': 'unknown_field' } } } });
    },
  );

  it('from before keeps the settings that nothing reads as they were stored', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: {} });
    const [id, before] = [String(made['id']), { matchBooking: false, matchUtm: false, lookbackDays: 7 }];
    const item = (await stand.tables.settings.get('account#demo', `salon#${id}`))!;
    const body = JSON.stringify({ ...(JSON.parse(String(item['body'])) as object), ...before });
    await stand.tables.settings.putIf({ ...item, body }, item.rev);
    await stand.ask('PUT /api/salons/{id}', { id, body: { version: 1, salonName: 'Мята' } });
    expect(await stand.settings.findSalon('demo', id)).toMatchObject({ ...before, salonName: 'Мята', version: 2 });
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
    const bookingStatuses = { Пришла: 'came' };
    const body = { version: 1, salonName: 'Мята, Арбат', token, sendDeals: true, bookingStatuses };
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
          bookingStatuses: { from: {}, to: { Пришла: 'came' } },
        },
      },
    ]);
    expect(Object.keys(lines[1]!.changes)).toHaveLength(4);
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
