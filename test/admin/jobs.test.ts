import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ago, deliveries } from './deliver.ts';
import { startStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
  const salon = deliveries(stand);
  await salon.connect();
  const client = { id: 7, name: 'Анна', phone: '8 916 123-45-67' };
  await salon.deliver({ event: 'booking.created', data: { id: 1, client, created_at: ago(10) } });
});
afterAll(() => stand.close());

const post = (body: object) => stand.ask('POST /api/jobs', { body });
const idOf = ({ body }: { body: Record<string, unknown> }) => String(body['id']);

describe('jobs', () => {
  it('are asked for, told of, started once they have told what they would do, and stopped', async () => {
    const made = await post({ what: 'replay', salon: '1042', filter: { status: 'failed' } });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      what: 'replay',
      salon: 'arbat',
      filter: { status: 'failed' },
      state: 'forecasting',
      counts: {},
      by: 'admin',
      settingsVersion: 1,
    });
    const id = idOf(made);
    const early = await stand.ask('POST /api/jobs/{id}/start', { id });
    expect([early.status, early.body]).toMatchObject([409, { error: { code: 'not_ready' } }]);
    expect((await stand.ask('POST /api/jobs/{id}/stop', { id })).body).toMatchObject({ state: 'stopped' });
    expect((await stand.ask('GET /api/jobs/{id}', { as: 'viewer', id })).body).toMatchObject({ id, state: 'stopped' });
    const { body } = await stand.ask('GET /api/audit', { query: { what: 'job_stopped' } });
    expect(body['items']).toMatchObject([{ what: 'job_stopped', job: id, subject: 'admin', salon: 'arbat' }]);
  });

  it('are listed newest first, page by page', async () => {
    const ids = [idOf(await post({ what: 'refold' })), idOf(await post({ what: 'refold' }))].reverse();
    const first = await stand.ask('GET /api/jobs', { query: { limit: '1' } });
    const second = await stand.ask('GET /api/jobs', { query: { limit: '1', cursor: String(first.body['cursor']) } });
    expect([first, second].map(({ body }) => (body['items'] as { id: string }[]).map((job) => job.id))).toEqual([
      [ids[0]],
      [ids[1]],
    ]);
    expect((await stand.ask('GET /api/jobs', { query: { cursor: 'x' } })).status).toBe(400);
  });

  it('are of one account: another neither sees nor starts nor stops them', async () => {
    const id = idOf(await post({ what: 'refold' }));
    for (const route of ['GET /api/jobs/{id}', 'POST /api/jobs/{id}/start', 'POST /api/jobs/{id}/stop'])
      expect((await stand.ask(route, { as: 'stranger', id })).status).toBe(404);
    expect((await stand.ask('GET /api/jobs', { as: 'stranger' })).body).toEqual({ items: [] });
    const foreign = await stand.ask('POST /api/jobs', { as: 'stranger', body: { what: 'replay', salon: 'arbat' } });
    expect([foreign.status, foreign.body]).toMatchObject([400, { error: { fields: { salon: 'unknown' } } }]);
  });

  it('change a default together with what it is of, or not at all', async () => {
    const { status, body } = await post({ what: 'rechoose', salon: '1042', choices: { defaultCampaignId: '7' } });
    expect([status, body]).toMatchObject([400, { error: { fields: { choices: 'check' } } }]);
  });

  it('of erasure keep nothing of what they erase', async () => {
    const made = await post({ what: 'erase', phone: '8 916 123-45-67', again: '8 916 123-45-67' });
    expect(made.status).toBe(201);
    expect(JSON.stringify(made.body)).not.toContain('916');
    const id = idOf(made);
    expect(JSON.stringify(await stand.tables.jobs.query('demo', `job#${id}`))).not.toContain('916');
    const refused = await post({ what: 'erase', phone: '8 916 123-45-67', again: '8 916' });
    expect([refused.status, refused.body]).toMatchObject([400, { error: { fields: { again: 'differs' } } }]);
    expect((await post({ what: 'erase', phone: '1', email: 'a@b.ru', again: '1' })).status).toBe(400);
  });
});

describe('contacts', () => {
  it('are listed by when they were first spoken of', async () => {
    const { body } = await stand.ask('GET /api/contacts');
    const anna = { extId: '7', name: 'Анна', phones: ['+79161234567'], emails: [], salon: 'arbat', salonId: '1042' };
    expect(body['items']).toMatchObject([{ id: 'arbat.c.7', ...anna }]);
    expect((await stand.ask('GET /api/contacts', { as: 'stranger' })).body).toEqual({ items: [] });
  });
});
