import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { parameterFile, type ParameterFile } from '../../local/ssm/parameter-file.ts';
import { startSsm, type SsmServer } from '../../local/ssm/server.ts';
import type { ConnectionCheck } from '../../lib/model/outbound-state.ts';
import { saveConnection, type SaveConnectionDeps } from '../../lib/flow/admin/connection/save-connection.ts';
import { jobs } from '../../lib/store/jobs.ts';
import { outbound, pendingCount } from '../../lib/store/outbound.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import type { Table } from '../../lib/store/table.ts';
import { anAccount } from '../build/settings.ts';
import { ownFolder } from '../sqs/own-folder.ts';
import { deliveries } from './deliver.ts';
import { ownQueues, type OwnQueues } from './own-queues.ts';
import { startStand, type Stand } from './stand.ts';

let own: OwnQueues;
let folder: Awaited<ReturnType<typeof ownFolder>>;
let ssm: SsmServer;
let keys: ParameterFile;
let stand: Stand;
beforeAll(async () => {
  own = await ownQueues();
  folder = await ownFolder();
  const kept = { file: folder.file, secret: randomBytes(32).toString('base64url') };
  keys = parameterFile(kept);
  ssm = await startSsm({ ...kept, onError: () => undefined });
  stand = await startStand({ ...own.variables, AWS_ENDPOINT_URL_SSM: ssm.endpoint });
  await deliveries(stand).connect();
});
afterAll(async () => {
  await stand.close();
  await ssm.close();
  await own.close();
  await folder.remove();
});
beforeEach(() => stand.settings.saveAccount(anAccount()));

const accessKey = 'key-of-the-cabinet-7f3a';
const nameOf = async () => (await stand.settings.findAccount('demo'))?.connection?.keyName;
const kept = (name: string | undefined) => keys.find(`/test/comagic/demo/${name}`);
const keyOfDemo = async () => kept(await nameOf());
const read = async () => (await stand.ask('GET /api/connection', { as: 'viewer' })).body;
const save = (body: object, as = 'admin') => stand.ask('PUT /api/connection', { as, body });
const nothing = { callingAddress: '203.0.113.7', waiting: { contact: 0, request: 0, deal: 0 }, days: 0 };
const none = { apiHost: 'comagic', isOn: false, keySet: false, version: 1, status: nothing };

async function auditOf(version: number): Promise<object[]> {
  const { body } = await stand.ask('GET /api/audit', { query: { what: 'connection_saved' } });
  const lines = body['items'] as { version: number; changes: object }[];
  return lines.filter((line) => line.version === version).map(({ changes }) => changes);
}

/** What the act of saving needs, beside a function: each key that it keeps gets this name. */
function outside(name: string): SaveConnectionDeps {
  const { find: findJob, put: putJob } = jobs(stand.tables.jobs);
  const { status: outboundStatus, points: pointsOf, waitingSince } = outbound(stand.tables.records);
  const placeOf = (account: string, ofKey: string) => `/test/comagic/${account}/${ofKey}`;
  return {
    changeAccount: stand.settings.changeAccount,
    findJob,
    putJob,
    outboundStatus,
    pointsOf,
    waitingSince,
    countPending: pendingCount(stand.tables.records),
    putAccessKey: (account, ofKey, sent) => {
      keys.put(placeOf(account, ofKey), sent);
      return Promise.resolve();
    },
    removeAccessKey: (account, ofKey) => {
      keys.remove(placeOf(account, ofKey));
      return Promise.resolve();
    },
    newKey: () => name,
    sendOutbound: () => Promise.resolve(false),
    now: () => new Date(),
  };
}
const saving = (deps: SaveConnectionDeps, sent: object = {}) =>
  saveConnection(deps)({
    caller: { subject: 'another', role: 'admin' },
    account: anAccount(),
    id: '',
    query: {},
    body: { accessKey: 'another-key-of-it', version: 1, ...sent },
  });

describe('the connection of an account', () => {
  it('is none at first', async () => {
    expect(await read()).toEqual(none);
  });

  it('keeps the access key out of all that can be read', async () => {
    const { status, body } = await save({ accessKey, apiHost: 'uiscom', version: 1 });
    expect([status, body]).toEqual([200, { ...none, apiHost: 'uiscom', keySet: true, keyLast4: '7f3a', version: 2 }]);
    expect(await keyOfDemo()).toBe(accessKey);
    expect(await read()).toEqual(body);
    const [line] = await auditOf(2);
    expect(line).toEqual({
      apiHost: { from: 'comagic', to: 'uiscom' },
      keySet: { from: false, to: true },
      accessKey: { to: '7f3a' },
    });
    for (const table of [stand.tables.settings, stand.tables.jobs]) {
      const items = await Promise.all(['accounts', 'audit#demo', 'demo'].map((pk) => table.query(pk, '')));
      expect(JSON.stringify(items)).not.toContain(accessKey);
    }
  });

  it('refuses a save of an old version, and keeps the key that there was', async () => {
    await save({ accessKey, version: 1 });
    const { status, body } = await save({ accessKey: 'another-key-of-it', version: 1 });
    expect([status, body]).toMatchObject([409, { error: { code: 'version_conflict' } }]);
    expect(await keyOfDemo()).toBe(accessKey);
  });

  it.each([
    ['the mask that stands in its place', { accessKey: '••••7f3a' }, { accessKey: 'masked' }],
    ['a key that is too short to be one', { accessKey: 'short' }, { accessKey: 'too_short' }],
    ['a key of other letters', { accessKey: 'ключ-от-кабинета' }, { accessKey: 'invalid' }],
    ['a day that there is not', { startDate: '2026-02-30' }, { startDate: 'invalid' }],
    ['a day to come', { startDate: '2999-01-01' }, { startDate: 'invalid' }],
    ['to be switched on without a key', { isOn: true, accessKey: null }, { accessKey: 'required' }],
  ])('refuses %s', async (_what, sent, fields) => {
    await save({ accessKey, version: 1 });
    const { status, body } = await save({ ...sent, version: 2 });
    expect([status, body]).toMatchObject([400, { error: { code: 'invalid_settings', fields } }]);
    expect(await keyOfDemo()).toBe(accessKey);
  });

  it('forgets a key that is removed', async () => {
    await save({ accessKey, version: 1 });
    const name = await nameOf();
    const { body } = await save({ accessKey: null, version: 2 });
    expect(body).toEqual({ ...none, version: 3 });
    expect([await nameOf(), kept(name)]).toEqual([undefined, undefined]);
  });

  it('forgets the key of one that is on if that is switched off with it', async () => {
    await save({ accessKey, isOn: true, startDate: '2026-03-10', version: 1 });
    const name = await nameOf();
    const { body } = await save({ accessKey: null, isOn: false, version: 2 });
    expect(body).toMatchObject({ isOn: false, keySet: false, startDate: '2026-03-10', version: 3 });
    expect(body).not.toHaveProperty('keyLast4');
    expect([await nameOf(), kept(name)]).toEqual([undefined, undefined]);
  });

  it('forgets a key that is replaced', async () => {
    await save({ accessKey, version: 1 });
    const name = await nameOf();
    await save({ accessKey: 'another-key-of-it', version: 2 });
    expect([await keyOfDemo(), kept(name)]).toEqual(['another-key-of-it', undefined]);
  });

  it('keeps the key of the one save of a version that is not refused, whoever kept theirs last', async () => {
    // Another has come between reading the account and keeping the key.
    const putAccessKey = async (account: string, name: string, sent: string) => {
      expect((await save({ accessKey, version: 1 })).status).toBe(200);
      await own.putAccessKey(account, name, sent);
    };
    const own = outside('of-the-loser');
    expect(await saving({ ...own, putAccessKey })).toEqual({ error: 'version_conflict' });
    expect([await keyOfDemo(), kept('of-the-loser')]).toEqual([accessKey, undefined]);
  });

  it('keeps the key of a save whose answer the database has lost', async () => {
    let isLost = true;
    const putIf: Table['putIf'] = async (item, rev) => {
      const put = await stand.tables.settings.putIf(item, rev);
      const told = put && !isLost;
      isLost = false;
      return told;
    };
    const { changeAccount } = settingsStore({ ...stand.tables.settings, putIf });
    expect(await saving({ ...outside('saved'), changeAccount })).toMatchObject({ ok: { keySet: true, version: 2 } });
    expect([await nameOf(), kept('saved')]).toEqual(['saved', 'another-key-of-it']);
  });

  it('starts the job that marks what was missed once it is switched on, and again from an earlier day on', async () => {
    await save({ accessKey, version: 1 });
    const first = await save({ isOn: true, startDate: '2026-03-10', version: 2 });
    const id = String(first.body['backfill']);
    const { find } = jobs(stand.tables.jobs);
    const { job } = (await find('demo', id))!;
    expect(job).toMatchObject({ what: 'backfill', state: 'running', since: '2026-03-10' });
    // Until then there are processes that have not heard that anything is sent.
    expect(job.lease).toBeGreaterThanOrEqual(job.number + 120_000);
    expect(Date.parse(job.until)).toBe(job.lease);
    const later = await save({ startDate: '2026-03-12', version: 3 });
    expect(later.body['backfill']).toBe(id);
    const earlier = await save({ startDate: '2026-03-01', version: 4 });
    expect(earlier.body['backfill']).not.toBe(id);
    expect((await find('demo', String(earlier.body['backfill'])))?.job).toMatchObject({ since: '2026-03-01' });
    const { body } = await stand.ask('GET /api/jobs', { query: { limit: '2' } });
    expect(body['items']).toMatchObject([{ since: '2026-03-01', startedBy: 'admin' }, { since: '2026-03-10' }]);
  });

  it.each([
    ['is read', () => stand.ask('GET /api/connection', { as: 'viewer' }), 200],
    ['is saved again', () => save({ accessKey, isOn: true, version: 1 }), 409],
  ])('has that job started when it %s, if whoever saved it died before', async (_what, next, status) => {
    const { find } = jobs(stand.tables.jobs);
    const dying = { ...outside('n'), putJob: () => Promise.reject(new Error('dead')) };
    await expect(saving(dying, { isOn: true, startDate: '2026-03-10' })).rejects.toThrow('dead');
    const id = (await stand.settings.findAccount('demo'))?.connection?.backfill;
    expect(await find('demo', String(id))).toBeUndefined();
    expect((await next()).status).toBe(status);
    expect((await find('demo', String(id)))?.job).toMatchObject({ since: '2026-03-10', startedBy: 'another' });
  });

  it('is switched on from today on when no day is told', async () => {
    const { body } = await save({ accessKey, isOn: true, version: 1 });
    expect(body['startDate']).toBe(new Date(Date.now() + 3 * 3600_000).toISOString().slice(0, 10));
  });

  it('takes back what it answered', async () => {
    const { body } = await save({ accessKey, version: 1 });
    expect((await save(body)).body).toEqual({ ...body, version: 3 });
  });

  it('says what was found when it was tried, why nothing is sent, and how much waits', async () => {
    await save({ accessKey, isOn: true, version: 1 });
    const { changeStatus, changePoints } = outbound(stand.tables.records);
    const check: ConnectionCheck = { at: '2026-03-20T09:00:00.000Z', account: 'ip_not_whitelisted' };
    const stopped = { reason: 'ip_not_whitelisted', since: check.at, tryAt: '2026-03-20T09:15:00.000Z' } as const;
    await changeStatus('demo', (status) => ({ ...status, check, stopped }));
    const window = { ends: 0, left: 1, limit: 10 };
    await changePoints('demo', () => ({ v: 1, minute: window, day: window }));
    const { deliver } = deliveries(stand);
    const client = { id: 5, phone: '+79161234567' };
    await deliver({ event: 'booking.created', data: { id: 1, created_at: '2026-03-01 12:00:00', client } });
    await deliver({ event: 'deal.created', data: { id: 2, created_at: '2026-03-01 12:00:00', client } });
    // Of ten calls a day one is for people, nine are not; a call each of contacts, requests and deals.
    expect((await read())['status']).toEqual({
      callingAddress: '203.0.113.7',
      ...{ check, stopped, waiting: { contact: 1, request: 2, deal: 1 }, days: 0.4 },
      waitingSince: expect.stringMatching(/^20/),
    });
  });
});

describe('what the function from whose address CoMagic is called is asked for', () => {
  const asked = async () => {
    const receive = new ReceiveMessageCommand({ QueueUrl: own.queues.delivery.url, MaxNumberOfMessages: 10 });
    const { Messages = [] } = await own.client.send(receive);
    return Messages.map(({ Body = '' }) => JSON.parse(Body) as unknown);
  };

  const catalog = { v: 1, type: 'catalog', accountKey: 'demo', now: true };

  beforeEach(async () => {
    while ((await asked()).length > 0);
  });

  it('the lists of a cabinet that was not asked before, as soon as its key or host is saved', async () => {
    await save({ apiHost: 'uiscom', version: 1 });
    expect(await asked()).toEqual([]);
    const { body } = await save({ accessKey, version: 2 });
    expect(await asked()).toEqual([catalog]);
    await save({ ...body, isOn: true });
    expect(await asked()).toEqual([]);
    await save({ apiHost: 'comagic', version: 4 });
    expect(await asked()).toEqual([catalog]);
  });

  it.each([
    ['POST /api/connection/check', { accessKey }, { v: 1, type: 'check', accountKey: 'demo' }],
    ['POST /api/connection/load', { accessKey, isOn: true }, { v: 1, type: 'drain', accountKey: 'demo', now: true }],
  ])('%s', async (route, connection, message) => {
    expect((await stand.ask(route)).status).toBe(400);
    await save({ ...connection, version: 1 });
    expect(await asked()).toEqual([catalog]);
    const { status, body } = await stand.ask(route);
    expect([status, body]).toEqual([202, { askedAt: expect.stringMatching(/^20/) }]);
    expect(new Set(await asked())).toEqual(new Set([message, catalog]));
  });

  it('POST /api/deals/{id}/link', async () => {
    const id = 'arbat.d.771904';
    const ask = (deal: string) => stand.ask('POST /api/deals/{id}/link', { id: deal });
    expect((await ask(id)).status).toBe(404);
    await deliveries(stand).deliver({ event: 'deal.created', data: { id: 771904, created_at: '2026-03-01 12:00:00' } });
    expect((await ask(id)).body).toMatchObject({ error: { fields: { accessKey: 'required' } } });
    await save({ accessKey, version: 1 });
    expect([(await ask(id)).status, (await ask('arbat.b.1')).status]).toEqual([202, 404]);
    expect(await asked()).toEqual([catalog, { v: 1, type: 'link', accountKey: 'demo', deal: id }]);
  });
});
