import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { campaignId } from '../build/sample-records.ts';
import { connectSalon, listOf, openAccount, postSample, type Connected } from './salon.ts';
import { type Api, type Item, type Target } from './target.ts';
import { triedStack } from './tried.ts';

const march = 'from=2026-03-01&to=2026-04-01';
/** Of the sample's client, as a person types it. */
const phone = '8 (916) 123-45-67';

let target: Target;
let stop: () => Promise<void>;
let api: Api;
let salon: Connected;

beforeAll(async () => {
  ({ target, stop } = await triedStack());
  api = await openAccount(target);
  salon = await connectSalon(api);
  await save({ sendRequests: false });
  expect((await postSample('booking-created.json', salon)).status).toBe(200);
  await listOf(api, `/api/events?salon=${salon.key}`, 1);
});
afterAll(() => stop());

async function save(settings: object): Promise<void> {
  const path = `/api/salons/${salon.key}`;
  const { version } = (await api('GET', path)).body as { version: number };
  expect((await api('PUT', path, { ...settings, version })).status).toBe(200);
  // The door reads settings anew before it ignores anything by some older than two seconds.
  await sleep(2500);
}

interface Job {
  id: string;
  state: string;
  counts: Record<string, number>;
  forecast?: { lines: number; outcomes: Record<string, number>; records: Record<string, number> };
}

/** Asks for a job, and waits until it is ready. */
async function asked(content: object): Promise<Job> {
  const { status, body } = await api('POST', '/api/jobs', content);
  expect(status).toBe(201);
  return jobIn((body as Job).id, 'ready');
}

async function done(id: string): Promise<Job> {
  expect((await api('POST', `/api/jobs/${id}/start`)).status).toBe(200);
  return jobIn(id, 'done');
}

/** A step that was lost goes on with the sweep of the next minute. */
const patience = 240_000;
const testsTake = 2 * patience;

/** Waits until a job is in a state. */
async function jobIn(id: string, state: string): Promise<Job> {
  const end = Date.now() + patience;
  for (;;) {
    const job = (await api('GET', `/api/jobs/${id}`)).body as Job;
    if (job.state === state || Date.now() > end) return job;
    await sleep(200);
  }
}

const found = async (content: object) => (await api('POST', '/api/search', content)).body as Record<string, Item[]>;
const problems = async () => (await api('GET', '/api/problems')).body as { items: Item[] };

describe('A booking of a salon that passed on no requests', () => {
  it('is a problem that a replay helps', async () => {
    expect((await problems()).items).toMatchObject([
      { salon: salon.key, salonId: '1042', reason: 'requests_disabled', count: 1, more: false, act: 'replay' },
    ]);
  });

  it('is found by phone, by e-mail, by its id, and by the delivery itself', async () => {
    const delivery = JSON.stringify({ event: 'booking.created', data: { id: 558213 } });
    for (const content of [{ phone }, { email: 'Smirnova.K@example.ru' }, { id: '558213' }, { delivery }]) {
      const { events = [], requests } = await found(content);
      expect([content, events.length, requests]).toMatchObject([content, 1, []]);
      expect(events[0]).toMatchObject({ status: 'ignored', request: { reason: 'requests_disabled' } });
    }
  });

  it(
    'is a request after a replay, which has told so, and is then no problem',
    async () => {
      await save({ sendRequests: true });
      const ready = await asked({ what: 'replay', salon: salon.key, filter: { reason: 'requests_disabled' } });
      expect(ready).toMatchObject({
        state: 'ready',
        counts: {},
        forecast: { lines: 1, more: false, outcomes: { done: 1 }, records: { created: 1, changed: 0, removed: 0 } },
      });
      expect(await done(ready.id)).toMatchObject({ state: 'done', counts: { done: 1 } });
      expect(await listOf(api, `/api/requests?${march}`, 1)).toMatchObject([{ extId: '558213' }]);
      expect(await found({ phone })).toMatchObject({ requests: [{ extId: '558213' }] });
      expect(await problems()).toEqual({ items: [] });
    },
    testsTake,
  );

  it(
    'and another without a session: the latter has another default after a change of choices',
    async () => {
      expect((await postSample('records-cancelled-array.json', salon)).status).toBe(200);
      const requests = async () => {
        const items = await listOf(api, `/api/requests?${march}&order=asc`, 2);
        return items.map(({ extId, campaignId: campaign }) => [extId, campaign]);
      };
      expect(await requests()).toEqual([
        ['558213', undefined],
        ['558240', campaignId],
      ]);
      const choices = { attributeTo: 'campaign', defaultCampaignId: '900002' };
      const { id } = await asked({ what: 'rechoose', salon: salon.key, choices });
      expect(await done(id)).toMatchObject({ state: 'done' });
      expect(await requests()).toEqual([
        ['558213', undefined],
        ['558240', '900002'],
      ]);
    },
    testsTake,
  );

  it(
    'is the same after everything was folded again',
    async () => {
      const before = await listOf(api, `/api/requests?${march}`, 2);
      const { id } = await asked({ what: 'refold' });
      expect(await done(id)).toMatchObject({ state: 'done' });
      expect(await listOf(api, `/api/requests?${march}`, 2)).toEqual(before);
    },
    testsTake,
  );

  it(
    'knows nothing of the person after an erasure',
    async () => {
      const shown = async () =>
        JSON.stringify([
          await listOf(api, `/api/requests?${march}&hidden=true`, 1),
          (await api('GET', `/api/requests/${salon.key}.b.558213`)).body,
          (await found({ id: '558213' }))['requests'],
        ]);
      expect((await shown()).split('79161234567')).toHaveLength(5);
      const { id } = await asked({ what: 'erase', phone, again: phone });
      expect(await done(id)).toMatchObject({ state: 'done' });
      expect(await shown()).not.toMatch(/9161234567|Смирнова|smirnova/i);
      const { requests, deals, events } = await found({ phone });
      expect([requests, deals]).toEqual([[], []]);
      expect(JSON.stringify(events)).not.toMatch(/9161234567|Смирнова|smirnova/i);
    },
    testsTake,
  );
});

describe('A job', () => {
  it(
    'that is stopped before it starts does nothing',
    async () => {
      const { id } = await asked({ what: 'replay', salon: salon.key });
      expect(await api('POST', `/api/jobs/${id}/stop`)).toMatchObject({ status: 200, body: { state: 'stopped' } });
      expect(await api('POST', `/api/jobs/${id}/start`)).toMatchObject({ status: 200, body: { state: 'stopped' } });
      const { items } = (await api('GET', '/api/jobs?limit=1')).body as { items: Item[] };
      expect(items).toMatchObject([{ id, state: 'stopped', counts: {} }]);
    },
    testsTake,
  );
});

describe('A test delivery', () => {
  type Step = Record<'step' | 'state', string> & { record?: string };
  const path = () => `/api/salons/${salon.key}/test`;
  const stepsIn = ({ body }: { body: unknown }) => (body as { steps: Step[] }).steps;
  async function handled(): Promise<Step[]> {
    const end = Date.now() + 60_000;
    for (;;) {
      const steps = stepsIn(await api('GET', path()));
      if (steps.every(({ state }) => state !== 'waiting') || Date.now() > end) return steps;
      await sleep(200);
    }
  }
  const listed = async () =>
    Promise.all(
      ['requests', 'deals'].map(
        async (list) => (await listOf(api, `/api/${list}?from=2026-01-01&hidden=true`, 0)).length,
      ),
    );

  it(
    'goes the whole way to a request and a deal that no list shows, and is removed with both',
    async () => {
      const before = await listed();
      const sent = await api('POST', path());
      expect([sent.status, stepsIn(sent).map(({ step }) => step)]).toEqual([
        201,
        ['received', 'queued', 'request', 'deal'],
      ]);
      const steps = await handled();
      expect(steps.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
      expect(await listed()).toEqual(before);
      const records = [`/api/requests/${steps[2]?.record ?? ''}`, `/api/deals/${steps[3]?.record ?? ''}`];
      const shown = async () => Promise.all(records.map(async (record) => (await api('GET', record)).status));
      expect(await shown()).toEqual([200, 200]);
      expect((await api('DELETE', path())).status).toBe(200);
      expect(await shown()).toEqual([404, 404]);
    },
    testsTake,
  );
});

describe('Health', () => {
  it('says what waits, what is parked, and when the last delivery came', async () => {
    const { status, body } = await api('GET', '/api/health');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      queues: { bookings: { deadLetters: {} }, deals: { deadLetters: {} }, jobs: {} },
      parked: { count: 0, more: false },
      today: { count: 3, more: false },
    });
    expect(body).toHaveProperty('lastEventAt');
  });
});
