import { setTimeout as sleep } from 'node:timers/promises';
import type { apiRoutes, noBodySchema, RouteKey } from '../../lib/model/routes.ts';
import type { Api, Item } from '../blackbox/target.ts';

/** A call that succeeds at least once: ids for its path, of which the first is tried for certain, and its body. */
export interface Example {
  ids?: readonly string[];
  body?: object;
}
type Asks<K extends RouteKey> = K extends `${string}{id}${string}`
  ? K
  : (typeof apiRoutes)[K]['body'] extends typeof noBodySchema
    ? never
    : K;
/** A route that wants an id or a body and has no example does not compile. */
export type Examples = Record<{ [K in RouteKey]: Asks<K> }[RouteKey], Example>;

/** Examples of every route, of what is stored in the account of a simulated stream. Makes the member, the salons and the jobs that they name. */
export async function examplesOf(api: Api): Promise<{ examples: Examples; salons: string[] }> {
  const seen = await seenIn(api);
  const { salons, requests, deals, events } = seen;
  const [salon = '', request = ''] = [salons[0], requests[0]];
  const [removed, added] = ['removed-member', 'added-member'];
  await must(api('POST', '/api/members', { subject: removed, role: 'viewer' }));
  await must(api('PUT', '/api/connection', { version: 1, accessKey: 'a-key-that-is-not-admitted', isOn: true }));
  const { id: other } = (await must(api('POST', '/api/accounts', { name: 'Другой' }))) as { id: string };
  const [removable, removedSalon, rotated] = [await connected(api), await connected(api), await connected(api)];
  await must(api('DELETE', `/api/salons/${removedSalon}`));
  const [shown, stopped] = [await askedJob(api, salon), await askedJob(api, salon)];
  const started = await untilReady(api, await askedJob(api, salon));
  const examples: Examples = {
    'PUT /api/accounts/{id}': { ids: [other], body: { version: 1, name: 'Салоны' } },
    'POST /api/accounts': { body: { name: 'Ещё один', components: ['offlineRequests'] } },
    'POST /api/members': { body: { subject: added, role: 'viewer' } },
    'DELETE /api/members/{id}': { ids: [removed] },
    'POST /api/salons': { body: { salonName: 'Новый', timezone: 'Europe/Moscow' } },
    'GET /api/salons/{id}': { ids: salons },
    'PUT /api/salons/{id}': { ids: salons, body: { version: seen.version, salonName: 'Первый' } },
    'GET /api/salons/{id}/fields': { ids: salons },
    'GET /api/salons/{id}/test': { ids: salons },
    'POST /api/salons/{id}/test': { ids: salons },
    'DELETE /api/salons/{id}/test': { ids: salons },
    'POST /api/salons/{id}/import': {
      ids: salons,
      body: {
        kind: 'booking',
        columns: ['bookingId', 'createdAt'],
        rows: [['1', new Date().toISOString()]],
        dryRun: true,
      },
    },
    'GET /api/salons/{id}/hooks': { ids: salons },
    'POST /api/salons/{id}/rotate-hook': { ids: [rotated], body: { version: 1 } },
    'POST /api/salons/{id}/preview': { ids: salons, body: { requestsFrom: 'any' } },
    'DELETE /api/salons/{id}': { ids: [removable] },
    'POST /api/salons/{id}/restore': { ids: [removedSalon] },
    ...catalogs(seen),
    'PUT /api/connection': { body: { version: 2, startDate: '2026-03-01' } },
    'GET /api/requests/{id}': { ids: requests },
    'GET /api/deals/{id}': { ids: deals },
    'POST /api/deals/{id}/link': { ids: deals },
    'GET /api/events/{id}': { ids: events },
    'POST /api/search': { body: { id: request } },
    'POST /api/jobs': { body: { what: 'replay', salon, filter: { status: 'ignored' } } },
    'GET /api/jobs/{id}': { ids: [shown, started, stopped] },
    'POST /api/jobs/{id}/start': { ids: [started] },
    'POST /api/jobs/{id}/stop': { ids: [stopped] },
  };
  return { examples, salons };
}

interface Seen {
  /** Ids, at most twenty each. */
  salons: string[];
  requests: string[];
  deals: string[];
  events: string[];
  /** Of the settings of the first salon. */
  version: number;
  catalog: Record<'campaigns' | 'sources' | 'sites', { items: Item[]; version: number }>;
}

async function seenIn(api: Api): Promise<Seen> {
  const idsOf = async (path: string) => {
    const { items } = (await must(api('GET', `${path}?limit=20`))) as { items: { id: string }[] };
    if (items.length === 0) throw new Error(`${path} is empty`);
    return items.map(({ id }) => id);
  };
  const list = async (name: string) =>
    (await must(api('GET', `/api/catalog/${name}`))) as { items: Item[]; version: number };
  const salons = await idsOf('/api/salons');
  const { version } = (await must(api('GET', `/api/salons/${salons[0] ?? ''}`))) as { version: number };
  return {
    ...{ salons, version },
    ...{ requests: await idsOf('/api/requests'), deals: await idsOf('/api/deals'), events: await idsOf('/api/events') },
    catalog: { campaigns: await list('campaigns'), sources: await list('sources'), sites: await list('sites') },
  };
}

function catalogs({ catalog: { campaigns, sources, sites } }: Seen) {
  return {
    'PUT /api/catalog/campaigns': { body: campaigns },
    'PUT /api/catalog/sources': { body: sources },
    'PUT /api/catalog/sites': { body: sites },
  };
}

/** A salon of its own, for what ends it. */
async function connected(api: Api): Promise<string> {
  const { id } = (await must(api('POST', '/api/salons', { salonName: 'На время' }))) as { id: string };
  return id;
}

async function askedJob(api: Api, salon: string): Promise<string> {
  const { id } = (await must(api('POST', '/api/jobs', { what: 'replay', salon }))) as { id: string };
  return id;
}

async function untilReady(api: Api, id: string): Promise<string> {
  for (let tries = 0; tries < 300; tries++) {
    const { state } = (await must(api('GET', `/api/jobs/${id}`))) as { state: string };
    if (state === 'ready') return id;
    await sleep(100);
  }
  throw new Error(`job ${id} was not ready within 30 seconds`);
}

async function must(answer: ReturnType<Api>): Promise<unknown> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return body;
}
