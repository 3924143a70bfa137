import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiRoutes, type RouteKey } from '../../lib/model/routes.ts';
import { jobs } from '../../lib/store/jobs.ts';
import { ago, deliveries } from './deliver.ts';
import { aReadyJob } from './ready-job.ts';
import { ownQueues, type OwnQueues } from './own-queues.ts';
import { startStand, type Ask, type Stand } from './stand.ts';

type ViewerRoute = {
  [K in RouteKey]: (typeof apiRoutes)[K]['role'] extends 'viewer' ? K : never;
}[RouteKey];

const client = { id: 61, name: 'Екатерина Смирнова', phone: '8 (916) 123-45-67', email: 'smirnova.k@example.ru' };
/** The client however she is written. */
const seeded = /Екатерина|Смирнова|smirnova|916\D{0,3}123\D{0,2}45\D{0,2}67/i;
const booking = {
  event: 'booking.created',
  data: {
    id: 558213,
    created_at: '2026-03-14 12:31:05',
    comment: 'Смирнова, звоните 8 916 123-45-67',
    client,
    custom_fields: [{ id: 'who', name: 'Кто', value: 'Смирнова' }],
  },
};
const deal = {
  event: 'deal.created',
  data: { id: 771904, created_at: '2026-03-14 12:40:00', name: 'Стрижка', contact: client, comment: 'Смирнова' },
};

let own: OwnQueues;
let stand: Stand;
let event: string;
beforeAll(async () => {
  own = await ownQueues();
  stand = await startStand(own.variables);
  const { connect, deliver, refuse } = deliveries(stand);
  await connect();
  event = await deliver(booking, { receivedAt: ago(60) });
  await deliver(deal, { receivedAt: ago(30) });
  await deliver({ event: 'loyalty.granted', data: { client } });
  await refuse();
  await jobs(stand.tables.jobs).put(aReadyJob(), undefined);
});
afterAll(async () => {
  await stand.close();
  await own.close();
});

const march = { from: '2026-03-01', to: '2026-04-01', hidden: 'true' };
const contacts = { from: march.from, to: march.to };

/** What a viewer may ask: a route that is not told here does not compile. */
const calls: Record<ViewerRoute, () => Ask> = {
  'GET /api/me': () => ({}),
  'GET /api/accounts': () => ({}),
  'GET /api/salons': () => ({}),
  'GET /api/salons/{id}': () => ({ id: 'arbat' }),
  'GET /api/salons/{id}/fields': () => ({ id: 'arbat' }),
  'GET /api/salons/{id}/test': () => ({ id: 'arbat' }),
  'GET /api/salons/{id}/hooks': () => ({ id: 'arbat' }),
  'GET /api/catalog/campaigns': () => ({}),
  'GET /api/catalog/sources': () => ({}),
  'GET /api/catalog/sites': () => ({}),
  'GET /api/requests': () => ({ query: march }),
  'GET /api/requests/{id}': () => ({ id: 'arbat.b.558213' }),
  'GET /api/deals': () => ({ query: march }),
  'GET /api/deals/{id}': () => ({ id: 'arbat.d.771904' }),
  'GET /api/pipelines': () => ({}),
  'GET /api/managers': () => ({}),
  'GET /api/contacts': () => ({ query: contacts }),
  'GET /api/connection': () => ({}),
  'GET /api/refused': () => ({}),
  'GET /api/events': () => ({}),
  'GET /api/events/{id}': () => ({ id: event }),
  'POST /api/search': () => ({ body: { phone: client.phone } }),
  'GET /api/problems': () => ({}),
  'GET /api/health': () => ({}),
  'GET /api/jobs': () => ({}),
  'GET /api/jobs/{id}': () => ({ id: aReadyJob().id }),
};
const routes = Object.keys(calls) as ViewerRoute[];
/** Those that tell of persons, by hand. */
const telling = [
  'GET /api/requests',
  'GET /api/requests/{id}',
  'GET /api/deals',
  'GET /api/deals/{id}',
  'GET /api/contacts',
  'GET /api/events/{id}',
  'POST /api/search',
];
const tables = ['GET /api/requests', 'GET /api/deals', 'GET /api/contacts', 'GET /api/events'] as const;

async function asked(route: ViewerRoute, over: Ask): Promise<string> {
  const call = calls[route]();
  const { status, text } = await stand.ask(route, { ...call, ...over, query: { ...call.query, ...over.query } });
  expect([route, status]).toEqual([route, 200]);
  return text;
}
const reveal = { reveal: 'true' };

async function auditOfShown(): Promise<unknown[]> {
  const { body } = await stand.ask('GET /api/audit', { query: { what: 'persons_shown', limit: '500' } });
  return body['items'] as unknown[];
}

describe('a viewer', () => {
  it('is told of routes that may be asked, all of them', () => {
    const may = Object.entries(apiRoutes).flatMap(([key, { role }]) => (role === 'viewer' ? [key] : []));
    expect([...routes].sort()).toEqual(may.sort());
  });

  it.each(routes)('sees nobody’s name, phone or e-mail in %s', async (route) => {
    expect(seeded.exec(await asked(route, { as: 'viewer' }))?.[0]).toBeUndefined();
  });

  it.each(tables)('sees none in the table of %s', async (route) => {
    const table = async (as: string, query: Record<string, string>) => {
      const headers = { authorization: `Bearer ${await stand.tokens.token(as)}`, accept: 'text/csv' };
      return asked(route, { as, query, event: { headers } });
    };
    const text = await table('viewer', {});
    expect(text.split('\r\n').length).toBeGreaterThan(2);
    expect(seeded.exec(text)?.[0]).toBeUndefined();
    expect(seeded.test(await table('admin', {}))).toBe(telling.includes(route));
    if (telling.includes(route)) expect(await table('viewer', reveal)).toMatch(seeded);
  });

  it('sees enough of them to recognise somebody, and all the rest as it is', async () => {
    const { body } = await stand.ask('GET /api/requests/{id}', { as: 'viewer', id: 'arbat.b.558213' });
    const person = { name: 'Е•••', phone: '+7916•••67', email: 's•••@example.ru', phones: ['+7916•••67'] };
    expect(body).toMatchObject({ id: 'arbat.b.558213', extId: '558213', ...person, message: 'С•••' });
    const { body: told } = await stand.ask('GET /api/events/{id}', { as: 'viewer', id: event });
    expect([told['id'], told['status'], told['message']]).toEqual([event, 'done', undefined]);
  });

  it.each(telling as ViewerRoute[])(
    'sees them when asked for in %s, which leaves one line of the audit',
    async (route) => {
      const before = await auditOfShown();
      expect(seeded.test(await asked(route, { as: 'viewer', query: reveal }))).toBe(true);
      const after = await auditOfShown();
      const { id } = calls[route]();
      expect(after.length).toBe(before.length + 1);
      expect(after).toContainEqual({
        at: expect.stringMatching(/^20/),
        subject: 'viewer',
        what: 'persons_shown',
        version: 0,
        changes: {},
        shown: { route, ...(id === undefined ? {} : { id }) },
      });
      expect(JSON.stringify(after)).not.toMatch(seeded);
    },
  );

  it('goes on with the cursor of a page that was masked', async () => {
    const query = { ...march, limit: '1' };
    const { body } = await stand.ask('GET /api/requests', { as: 'viewer', query });
    const next = { ...query, ...reveal, cursor: String(body['cursor']) };
    expect((await stand.ask('GET /api/requests', { as: 'viewer', query: next })).text).toMatch(seeded);
  });

  it('leaves no line where nothing was there to see', async () => {
    const before = await auditOfShown();
    const nothing = { as: 'viewer', id: 'arbat.b.0', query: reveal };
    expect((await stand.ask('GET /api/requests/{id}', nothing)).status).toBe(404);
    expect(await auditOfShown()).toHaveLength(before.length);
  });
});

describe('an admin and an operator', () => {
  it.each(['admin', 'operator'])('see persons as they are, and leave no line: %s', async (as) => {
    const before = await auditOfShown();
    const who = as === 'operator' ? { as, account: 'demo' } : { as };
    for (const route of telling as ViewerRoute[]) expect(await asked(route, who)).toMatch(seeded);
    for (const route of telling as ViewerRoute[]) expect(await asked(route, { ...who, query: reveal })).toMatch(seeded);
    expect(await auditOfShown()).toHaveLength(before.length);
  });
});

describe('an account that lets all see persons', () => {
  it('shows them to its viewers', async () => {
    const save = async (maskPersons: boolean) => {
      const { body } = await stand.ask('GET /api/accounts', { as: 'admin' });
      const [{ version }] = body['items'] as [{ version: number }];
      return stand.ask('PUT /api/accounts/{id}', { as: 'operator', id: 'demo', body: { maskPersons, version } });
    };
    expect((await save(false)).body).toMatchObject({ maskPersons: false, timezone: 'Europe/Moscow' });
    expect(await asked('GET /api/requests', { as: 'viewer' })).toMatch(seeded);
    expect((await save(true)).body).toMatchObject({ maskPersons: true });
    expect(await asked('GET /api/requests', { as: 'viewer' })).not.toMatch(seeded);
  });
});
