import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type * as v from 'valibot';
import { apiRoutes, type RouteKey } from '../../lib/model/routes.ts';
import { jobs } from '../../lib/store/jobs.ts';
import { outbound } from '../../lib/store/outbound.ts';
import { anAccount } from '../build/settings.ts';
import { ago, deliveries } from './deliver.ts';
import { aReadyJob } from './ready-job.ts';
import { ownQueues, type OwnQueues } from './own-queues.ts';
import { answered, startStand, type Ask, type Stand } from './stand.ts';

let own: OwnQueues;
let stand: Stand;
let eventId: string;
const sample = (name: string) => JSON.parse(readFileSync(`samples/${name}`, 'utf8')) as object;
beforeAll(async () => {
  own = await ownQueues();
  stand = await startStand(own.variables);
  await stand.settings.saveAccount(anAccount({ connection: { apiHost: 'comagic', isOn: false, keySet: true } }));
  const { connect, deliver, refuse } = deliveries(stand);
  await connect({ bookingStatuses: { 'в пути': 'confirmed' }, stageTypes: { Ждём: 'in_process' } });
  await connect({ key: 'bronnaya', salonId: '9' });
  await deliver(sample('booking-created.json'));
  eventId = await deliver(sample('deal-updated.json'));
  for (const name of ['campaigns', 'sources', 'sites'] as const) await stand.putList(name, catalog[name]);
  await deliver({ event: 'loyalty.granted', points: 5 });
  await refuse();
  await jobs(stand.tables.jobs).put(ready, undefined);
  await outbound(stand.tables.records).putSent(
    'demo',
    { kind: 'contact', salonKey: 'arbat', key: '1' },
    refused,
    undefined,
  );
});
afterAll(async () => {
  await stand.close();
  await own.close();
});

const refused = {
  v: 1,
  isThere: false,
  parked: { mnemonic: 'error', at: '2026-03-20T10:00:00.000Z', marker: 'm' },
} as const;
const march = { from: '2026-03-01', to: '2026-04-01', hidden: 'true' };
const settings = {
  isActive: false,
  salonName: 'Мята',
  salonId: '7',
  salonLogin: 'login',
  token: 'a-token-of-the-salon',
};
const catalog = {
  campaigns: [{ id: '230144', name: 'Кампания', status: 'active', siteId: '1' }],
  sources: [{ id: '5', name: 'Яндекс', state: 'active' }],
  sites: [{ id: '1', domainName: 'myata.ru', state: 'work' }],
};

const ready = aReadyJob();

/** A call of each route that is answered 200 or 201; where an order matters, it is that of the routes. */
const calls: Record<RouteKey, () => Ask> = {
  'GET /api/me': () => ({}),
  'GET /api/accounts': () => ({ as: 'operator' }),
  'POST /api/accounts': () => ({ as: 'operator', body: { name: 'Новый' } }),
  'PUT /api/accounts/{id}': () => ({ as: 'operator', id: 'other', body: { name: 'Другой', version: 1 } }),
  'GET /api/members': () => ({}),
  'POST /api/members': () => ({ body: { subject: 'vera', role: 'viewer', email: 'v@b.ru' } }),
  'DELETE /api/members/{id}': () => ({ id: 'viewer' }),
  'GET /api/salons': () => ({}),
  'POST /api/salons': () => ({ body: settings }),
  'GET /api/salons/{id}': () => ({ id: 'arbat' }),
  'GET /api/salons/{id}/fields': () => ({ id: 'arbat' }),
  'GET /api/salons/{id}/test': () => ({ id: 'arbat' }),
  'DELETE /api/salons/{id}/test': () => ({ id: 'arbat' }),
  'POST /api/salons/{id}/test': () => ({ id: 'arbat' }),
  'POST /api/salons/{id}/import': () => ({
    id: 'arbat',
    body: { kind: 'booking', columns: ['bookingId', 'createdAt'], rows: [['1', ago(60)]], dryRun: false },
  }),
  'GET /api/salons/{id}/hooks': () => ({ id: 'arbat' }),
  'POST /api/salons/{id}/rotate-hook': () => ({ id: 'bronnaya', body: { version: 1 } }),
  'DELETE /api/salons/{id}': () => ({ id: 'bronnaya' }),
  'POST /api/salons/{id}/restore': () => ({ id: 'bronnaya' }),
  'PUT /api/salons/{id}': () => ({ id: 'arbat', body: { salonName: 'Мята, Арбат, 2', isActive: false, version: 1 } }),
  'POST /api/salons/{id}/preview': () => ({ id: 'arbat', body: { requestsFrom: 'widget' } }),
  'GET /api/catalog/campaigns': () => ({}),
  'GET /api/catalog/sources': () => ({}),
  'GET /api/catalog/sites': () => ({}),
  'PUT /api/catalog/campaigns': () => ({ body: { items: catalog.campaigns, version: 1 } }),
  'PUT /api/catalog/sources': () => ({ body: { items: catalog.sources, version: 1 } }),
  'PUT /api/catalog/sites': () => ({ body: { items: catalog.sites, version: 1 } }),
  'GET /api/requests': () => ({ query: march }),
  'GET /api/requests/{id}': () => ({ id: 'arbat.b.558213' }),
  'GET /api/deals': () => ({ query: march }),
  'GET /api/deals/{id}': () => ({ id: 'arbat.d.771904' }),
  'GET /api/pipelines': () => ({}),
  'GET /api/managers': () => ({}),
  'GET /api/contacts': () => ({ query: { from: march.from, to: march.to } }),
  'GET /api/connection': () => ({}),
  'PUT /api/connection': () => ({ body: { isOn: true, startDate: '2026-03-01', version: 1 } }),
  'POST /api/deals/{id}/link': () => ({ id: 'arbat.d.771904' }),
  'POST /api/connection/check': () => ({}),
  'POST /api/connection/load': () => ({}),
  'GET /api/refused': () => ({}),
  'GET /api/events': () => ({}),
  'GET /api/events/{id}': () => ({ id: eventId }),
  'GET /api/audit': () => ({}),
  'POST /api/search': () => ({ body: { phone: '+7 916 123-45-67' } }),
  'GET /api/problems': () => ({}),
  'GET /api/health': () => ({}),
  'GET /api/jobs': () => ({}),
  'POST /api/jobs': () => ({ body: { what: 'rechoose', salon: 'arbat', choices: { requestsFrom: 'any' } } }),
  'GET /api/jobs/{id}': () => ({ id: ready.id }),
  'POST /api/jobs/{id}/start': () => ({ id: ready.id }),
  'POST /api/jobs/{id}/stop': () => ({ id: ready.id }),
};

describe('every route', () => {
  it.each(Object.keys(apiRoutes) as RouteKey[])(
    'answers what its schema says and nothing beside it: %s',
    async (key) => {
      const { status, body } = await stand.ask(key, calls[key]());
      expect([key, Math.floor(status / 100), body]).toEqual([key, 2, answered(key, body)]);
      // Of an empty list nothing would be seen.
      if ('items' in body) expect(body['items']).not.toEqual([]);
    },
  );

  it('answers a request that gave way likewise', async () => {
    const { status, body } = await stand.ask('GET /api/requests/{id}', { id: 'arbat.d.771904' });
    expect([status, body['hidden']]).toEqual([200, ['superseded']]);
  });

  it('says of every field what it is, but of the message of an event, which is as it came, and of settings as they were', () => {
    const open = Object.entries(apiRoutes).flatMap(([key, { answer }]) =>
      openPlaces(answer).map((at) => `${key} ${at}`),
    );
    expect(open).toEqual([
      'GET /api/events/{id} .message',
      'GET /api/audit .items[].changes[].from',
      'GET /api/audit .items[].changes[].to',
    ]);
  });
});

interface Parts {
  type: string;
  entries?: Record<string, v.GenericSchema>;
  item?: v.GenericSchema;
  items?: v.GenericSchema[];
  value?: v.GenericSchema;
  wrapped?: v.GenericSchema;
  options?: unknown[];
}
const told = ['string', 'number', 'boolean', 'null', 'literal', 'picklist', 'undefined'];
const holders = ['object', 'strict_object', 'array', 'tuple', 'record', 'optional', 'nullable', 'union', 'variant'];

/** The places of a schema that take anything. */
function openPlaces(schema: v.GenericSchema, at = ''): string[] {
  const { type, entries = {}, item, items = [], value, wrapped, options = [] } = schema as unknown as Parts;
  if (told.includes(type)) return [];
  if (!holders.includes(type)) return [at];
  return [
    ...Object.entries(entries).flatMap(([name, inner]) => openPlaces(inner, `${at}.${name}`)),
    ...[item, value, ...items].flatMap((inner) => (inner === undefined ? [] : openPlaces(inner, `${at}[]`))),
    ...[wrapped, ...(options as v.GenericSchema[])].flatMap((inner) =>
      inner === undefined ? [] : openPlaces(inner, at),
    ),
  ];
}
