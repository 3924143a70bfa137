import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiRoutes, type RouteKey } from '../../lib/model/routes.ts';
import { ago, deliveries } from './deliver.ts';
import { startStand, type Ask, type Stand } from './stand.ts';

/** What a member of `demo` tries to reach of account `other`; beside it the same with something that there is nowhere. */
interface Try {
  theirs: Ask;
  nowhere: Ask;
}

const client = { id: 90061, name: 'ЧУЖАЯ Ольга', phone: '+79990001122', email: 'alien@example.ru' };
const booking = { event: 'booking.created', data: { id: 900558, created_at: ago(90), client } };
const deal = { event: 'deal.created', data: { id: 900771, created_at: ago(80), name: 'ЧУЖОЕ', contact: client } };
const off = { event: 'какое-то', event_id: 'alien-event', data: { id: 900559, client } };
/** None of these may stand in an answer to somebody of another account. */
const marks = /ЧУЖ|alien|9000[56]|900558|900771|9990001122|"other"/;

let stand: Stand;
let event = '';
let job = '';
let tries: Record<RouteKey, Try[]>;
const cursors: Record<string, string> = {};

beforeAll(async () => {
  stand = await startStand();
  const { connect, deliver, refuse } = deliveries(stand);
  await connect();
  await deliver({ event: 'booking.created', data: { id: 1, created_at: ago(70) } });
  for (const key of ['alien', 'alien-2']) {
    await connect({ key, accountKey: 'other', salonId: `${key}-30`, salonName: 'ЧУЖОЙ', salonLogin: `${key}-login` });
  }
  const own = { accountKey: 'other', salonKey: 'alien' };
  event = await deliver(booking, { ...own, receivedAt: ago(90) });
  await deliver(deal, { ...own, receivedAt: ago(80) });
  await deliver(off, { ...own, receivedAt: ago(75), senderEventId: 'alien-event' });
  await refuse(own);
  await stand.putList('campaigns', [{ id: '99', name: 'ЧУЖАЯ кампания', isActive: true }], { as: 'stranger' });
  const made = await stand.ask('POST /api/jobs', { as: 'stranger', body: { what: 'refold' } });
  job = String(made.body['id']);
  for (const route of ['GET /api/events', 'GET /api/requests', 'GET /api/salons']) {
    const { body } = await stand.ask(route, { as: 'stranger', query: { limit: '1' } });
    cursors[route] = String(body['cursor']);
  }
  tries = triesOf();
});
afterAll(() => stand.close());

const byId = (theirs: string, nowhere: string, more: Ask = {}): Try[] => [
  { theirs: { ...more, id: theirs }, nowhere: { ...more, id: nowhere } },
];
const plain: Try[] = [{ theirs: {}, nowhere: {} }];
const inSalon = (salon: (name: string) => Ask): Try[] =>
  ['alien', 'alien-30'].map((name) => ({ theirs: salon(name), nowhere: salon(`no-${name.length}`) }));
const listed: Try[] = inSalon((salon) => ({ query: { salon } }));
const withCursor = (route: string): Try[] => [
  { theirs: { query: { limit: '1', cursor: cursors[route]! } }, nowhere: { query: { limit: '1', cursor: 'none' } } },
];
const searched = (theirs: object, nowhere: object): Try => ({ theirs: { body: theirs }, nowhere: { body: nowhere } });
const emptyList: Try[] = [
  { theirs: { body: { items: [], version: 7 } }, nowhere: { body: { items: [], version: 7 } } },
];
const save = { version: 1 };
const aRow = {
  kind: 'booking',
  columns: ['bookingId', 'createdAt'],
  rows: [['1', new Date().toISOString()]],
  dryRun: false,
};

/** A route that is not told here does not compile. */
function triesOf(): Record<RouteKey, Try[]> {
  return {
    'GET /api/me': plain,
    'GET /api/accounts': plain,
    'POST /api/accounts': [{ theirs: { body: { name: 'x' } }, nowhere: { body: { name: 'x' } } }],
    'PUT /api/accounts/{id}': byId('other', 'nobody', { body: save }),
    'GET /api/members': plain,
    'POST /api/members': [{ theirs: { body: { subject: '' } }, nowhere: { body: { subject: '' } } }],
    'DELETE /api/members/{id}': byId('stranger', 'nobody'),
    'GET /api/salons': [...plain, ...withCursor('GET /api/salons')],
    'POST /api/salons': [{ theirs: { body: { id: 1, nonsense: 1 } }, nowhere: { body: { id: 1, nonsense: 1 } } }],
    'GET /api/salons/{id}': byId('alien', 'nobody'),
    'GET /api/salons/{id}/fields': byId('alien', 'nobody'),
    'GET /api/salons/{id}/test': byId('alien', 'nobody'),
    'DELETE /api/salons/{id}/test': byId('alien', 'nobody'),
    'POST /api/salons/{id}/test': byId('alien', 'nobody'),
    'POST /api/salons/{id}/import': byId('alien', 'nobody', { body: aRow }),
    'GET /api/salons/{id}/hooks': byId('alien', 'nobody'),
    'POST /api/salons/{id}/rotate-hook': byId('alien', 'nobody', { body: save }),
    'DELETE /api/salons/{id}': byId('alien', 'nobody'),
    'POST /api/salons/{id}/restore': byId('alien', 'nobody'),
    'PUT /api/salons/{id}': byId('alien', 'nobody', { body: { ...save, isActive: false } }),
    'POST /api/salons/{id}/preview': byId('alien', 'nobody', { body: { requestsFrom: 'widget' } }),
    'GET /api/catalog/campaigns': plain,
    'GET /api/catalog/sources': plain,
    'GET /api/catalog/sites': plain,
    'PUT /api/catalog/campaigns': emptyList,
    'PUT /api/catalog/sources': emptyList,
    'PUT /api/catalog/sites': emptyList,
    'GET /api/requests': [...plain, ...listed, ...withCursor('GET /api/requests')],
    'GET /api/requests/{id}': byId('alien.b.900558', 'alien.b.1'),
    'GET /api/deals': [...plain, ...listed],
    'GET /api/deals/{id}': byId('alien.d.900771', 'arbat.d.1'),
    'POST /api/deals/{id}/link': byId('alien.d.900771', 'arbat.d.1'),
    'GET /api/pipelines': plain,
    'GET /api/managers': plain,
    'GET /api/contacts': [...plain, ...listed],
    'GET /api/connection': plain,
    'PUT /api/connection': [{ theirs: { body: { version: 7 } }, nowhere: { body: { version: 7 } } }],
    'POST /api/connection/check': plain,
    'POST /api/connection/load': plain,
    'GET /api/refused': [...plain, ...listed, ...withCursor('GET /api/events')],
    'GET /api/events': [...plain, ...listed, ...withCursor('GET /api/events')],
    'GET /api/events/{id}': byId(event, 'b'.repeat(64)),
    'GET /api/audit': [...plain, ...listed, ...withCursor('GET /api/salons')],
    'POST /api/search': [
      searched({ phone: client.phone }, { phone: '+79990001133' }),
      searched({ email: client.email }, { email: 'nobody@example.ru' }),
      ...['900558', '900771', '900559', 'alien-event', event, 'alien.b.900558', 'alien.d.900771', 'alien.c.90061'].map(
        (id) => searched({ id }, { id: 'nothing-of-the-kind' }),
      ),
      searched({ delivery: JSON.stringify(booking) }, { delivery: '{"event":"booking.created","data":{"id":42}}' }),
      ...inSalon((salon) => ({ body: { id: '900558', salon } })),
    ],
    'GET /api/problems': [...plain, ...listed, ...withCursor('GET /api/salons')].map(({ theirs, nowhere }) => ({
      theirs: withoutLimit(theirs),
      nowhere: withoutLimit(nowhere),
    })),
    // What waits in queues is of all accounts.
    'GET /api/health': plain,
    'GET /api/jobs': [...plain, { theirs: { query: { cursor: job } }, nowhere: { query: { cursor: '12' } } }],
    'POST /api/jobs': inSalon((salon) => ({ body: { what: 'replay', salon } })),
    'GET /api/jobs/{id}': byId(job, '12'),
    'POST /api/jobs/{id}/start': byId(job, '12'),
    'POST /api/jobs/{id}/stop': byId(job, '12'),
  };
}

function withoutLimit({ query: { limit: _, ...query } = {}, ...ask }: Ask): Ask {
  return { ...ask, query };
}

const moments = /"at":"[^"]+"/g;
const told = ({ status, text }: { status: number; text: string }) => [status, text.replace(moments, '"at":"…"')];

/** All that a member of `other` can read. */
async function stateOfOther(): Promise<string[]> {
  const ids: Record<string, string> = {
    'GET /api/salons/{id}': 'alien',
    'GET /api/salons/{id}/fields': 'alien',
    'GET /api/salons/{id}/test': 'alien',
    'GET /api/salons/{id}/hooks': 'alien',
    'GET /api/requests/{id}': 'alien.b.900558',
    'GET /api/deals/{id}': 'alien.d.900771',
    'GET /api/events/{id}': event,
    'GET /api/jobs/{id}': job,
  };
  const reading = Object.keys(apiRoutes).filter((route) => route.startsWith('GET ') && route !== 'GET /api/health');
  const texts: string[] = [];
  for (const route of reading) {
    const id = ids[route];
    const { status, text } = await stand.ask(route, { as: 'stranger', ...(id === undefined ? {} : { id }) });
    expect([route, status]).toEqual([route, 200]);
    texts.push(text);
  }
  return texts;
}

describe('a member of one account', () => {
  it('reads and changes nothing of another, and is not told that it is there', async () => {
    const before = await stateOfOther();
    expect(before.join('').match(/ЧУЖ/g)!.length).toBeGreaterThan(5);
    for (const as of ['viewer', 'admin']) {
      for (const [route, all] of Object.entries(tries)) {
        for (const { theirs, nowhere } of all) {
          const [answer, invented] = [
            await stand.ask(route, { as, ...theirs }),
            await stand.ask(route, { as, ...nowhere }),
          ];
          expect([route, told(answer)]).toEqual([route, told(invented)]);
          expect([route, marks.exec(answer.text)?.[0]]).toEqual([route, undefined]);
          if (theirs.id !== undefined) expect([route, [403, 404].includes(answer.status)]).toEqual([route, true]);
        }
      }
    }
    expect(await stateOfOther()).toEqual(before);
  }, 120_000);

  it.each(Object.keys(apiRoutes))('may not name another in %s', async (route) => {
    const { status, body } = await stand.ask(route, { as: 'admin', account: 'other', id: 'alien', body: {} });
    expect([status, body]).toMatchObject([403, { error: { code: 'forbidden' } }]);
  });

  it('erases nobody of another', async () => {
    const before = await stateOfOther();
    const body = { what: 'erase', phone: client.phone, again: client.phone };
    expect((await stand.ask('POST /api/jobs', { body })).status).toBe(201);
    expect(await stateOfOther()).toEqual(before);
  });
});
