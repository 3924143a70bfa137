import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStand, type Stand } from './stand.ts';

let stand: Stand;
let id: string;
const token = 'a-token-of-the-salon-iACk';
beforeAll(async () => {
  stand = await startStand();
  const { body } = await stand.ask('POST /api/salons', { body: { token } });
  id = String(body['id']);
});
afterAll(() => stand.close());

const stored = async () => (await stand.settings.findSalon('demo', id))!;

describe('a token', () => {
  it.each([
    ['••••••••iACk', 'masked'],
    ['********iACk', 'masked'],
    ['····iACk', 'masked'],
    ['*•·*•·*•·', 'masked'],
    [' ******** ', 'masked'],
    ['*iACk', 'masked'],
    ['****', 'masked'],
    ['●●●●●●●●iACk', 'invalid'],
    ['токен-салона', 'invalid'],
    ['a-token\u0007of-the-salon', 'invalid'],
    ['a-token\u00a0of-the-salon', 'invalid'],
    ['', 'too_short'],
    ['   ', 'too_short'],
    ['iACk', 'too_short'],
    ['seven-7', 'too_short'],
    ['x'.repeat(513), 'too_long'],
  ])('%j is refused, and the stored one stays: %s', async (sent, code) => {
    const before = await stored();
    const body = { version: before.version, token: sent };
    const answer = await stand.ask('PUT /api/salons/{id}', { id, body });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { code: 'invalid_settings', fields: { token: code } } });
    expect(await stored()).toEqual(before);
  });

  it.each(['********', '••••••••iACk'])('of a new salon is no mask either: %s', async (sent) => {
    const answer = await stand.ask('POST /api/salons', { body: { token: sent } });
    expect(answer.body).toMatchObject({ error: { code: 'invalid_settings', fields: { token: expect.any(String) } } });
  });

  it.each([
    ['eight-8!', 't-8!'],
    ['x'.repeat(512), 'xxxx'],
    ['two words of a token', 'oken'],
    ['***-stars-around-***', '-***'],
    ['********-abc', '-abc'],
  ])('%j is taken', async (sent, tokenLast4) => {
    const { version } = await stored();
    const answer = await stand.ask('PUT /api/salons/{id}', { id, body: { version, token: sent } });
    expect([answer.status, answer.body]).toMatchObject([200, { tokenSet: true, tokenLast4 }]);
  });
});
