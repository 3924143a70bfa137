import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiRoutes } from '../../lib/model/routes.ts';
import { deliveries } from './deliver.ts';
import { startStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
  const { connect, deliver } = deliveries(stand);
  await connect();
  await deliver({ event: 'deal.created', data: { id: longest, created_at: '2026-03-01 12:00:00' } });
});
afterAll(() => stand.close());

/** The longest id that the contract takes, of letters that take most room in a key. */
const longest = '\u8239'.repeat(200);
const encoded = (id: string) => `~${Buffer.from(id, 'utf8').toString('base64url')}`;

/** A partition key of DynamoDB has at most 2,048 bytes. */
const strange = {
  'of a record whose key would be too long': `arbat.d.${encoded('x'.repeat(1_600))}`,
  'of a booking whose key would be a little too long': `arbat.b.${encoded('x'.repeat(1_527))}`,
  'of three thousand letters': 'a'.repeat(3000),
  'of a thousand letters of two bytes': '\u044f'.repeat(1000),
  'of another room of the table': 'salon#arbat',
};

const save = { version: 1 };
const bodies: Record<string, object> = {
  'PUT /api/accounts/{id}': save,
  'PUT /api/salons/{id}': save,
  'POST /api/salons/{id}/rotate-hook': save,
  'POST /api/salons/{id}/preview': save,
  'POST /api/salons/{id}/import': { kind: 'deal', columns: ['dealId'], rows: [['1']], dryRun: false },
};
const who = (route: string) => (route.endsWith('accounts/{id}') ? { as: 'operator' } : {});
const withIds = Object.keys(apiRoutes).filter((route) => route.includes('{id}'));

describe.each(withIds)('%s', (route) => {
  it.each(Object.entries(strange))('finds nothing under an id %s', async (_which, id) => {
    const { status, body } = await stand.ask(route, { ...who(route), id, body: bodies[route] });
    expect([status, body]).toMatchObject([404, { error: { code: 'not_found' } }]);
  });
});

describe('a record of the longest id', () => {
  it('is found', async () => {
    const id = `arbat.d.${encoded(longest)}`;
    expect((await stand.ask('GET /api/deals/{id}', { id })).body).toMatchObject({ id, extId: longest });
  });
});

describe('a cursor', () => {
  it('that names a sort key that no table takes is none of ours', async () => {
    const sort = `2026-03-01T00:00:00.000Z#${'x'.repeat(1000)}`;
    const cursor = Buffer.from(JSON.stringify(['2026-03', sort])).toString('base64url');
    const query = { from: '2026-03-01', to: '2026-04-01', cursor };
    const { status, body } = await stand.ask('GET /api/deals', { query });
    expect([status, body]).toMatchObject([400, { error: { fields: { cursor: 'invalid' } } }]);
  });
});
