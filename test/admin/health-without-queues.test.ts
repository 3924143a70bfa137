import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});
afterAll(() => stand.close());

it('health is unavailable while no queue answers', async () => {
  const { status, body } = await stand.ask('GET /api/health');
  expect([status, body]).toMatchObject([503, { error: { code: 'unavailable' } }]);
});
