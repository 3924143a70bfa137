import { describe, expect, it } from '@jest/globals';
import { aClock, aDoorOf, form, type Sent } from './door.ts';
import { aConnectedSalon, E, hookKey, sha256, token } from './told.ts';

const deal = E('deal.updated', { id: 5 });
const payload = JSON.stringify(deal);

/** The status that a delivery without any other token gets. */
async function status(sent: Sent, settings: Parameters<typeof aConnectedSalon>[0] = {}): Promise<number> {
  const door = aDoorOf({ salon: () => aConnectedSalon(settings), now: aClock().now, queue: [] });
  return (await door.post({ path: hookKey, body: deal, ...sent })).status;
}

const places: [string, (said: string) => Sent][] = [
  ['Authorization: Bearer', (said) => ({ headers: { authorization: `Bearer ${said}` } })],
  ['authorization: bearer', (said) => ({ headers: { authorization: `bearer ${said}` } })],
  ['AUTHORIZATION: BEARER', (said) => ({ headers: { AUTHORIZATION: `BEARER ${said}` } })],
  ['X-Salon-Token', (said) => ({ headers: { 'X-Salon-Token': said } })],
  ['the query’s `token`', (said) => ({ query: `token=${encodeURIComponent(said)}` })],
  ...['token', 'access_token', 'api_token', 'accessToken', 'API_TOKEN', 'Token'].map(
    (name): [string, (said: string) => Sent] => [
      `the body’s \`${name}\``,
      (said) => ({ body: { ...deal, [name]: said } }),
    ],
  ),
  ['the body’s `auth[application_token]`', (said) => ({ body: { ...deal, auth: { application_token: said } } })],
  [
    'a form’s `token`',
    (said) => ({ headers: form, body: `event=deal.updated&data[id]=5&token=${encodeURIComponent(said)}` }),
  ],
  [
    'a form’s `auth[application_token]`',
    (said) => ({ headers: form, body: `event=deal.updated&data[id]=5&auth[application_token]=${said}` }),
  ],
  ['the envelope beside `events`', (said) => ({ body: { token: said, events: [deal] } })],
  [
    'a form beside its `payload`',
    (said) => ({ headers: form, body: `token=${said}&payload=${encodeURIComponent(payload)}` }),
  ],
  [
    'the JSON in a form’s `payload`',
    (said) => ({ headers: form, body: `payload=${encodeURIComponent(JSON.stringify({ ...deal, token: said }))}` }),
  ],
  ['a body that is JSON in JSON', (said) => ({ body: JSON.stringify(JSON.stringify({ ...deal, token: said })) })],
];

describe('the token', () => {
  it.each(places)('is taken from %s: the right one admits, a wrong one does not', async (_, sent) => {
    expect(await status(sent(token))).toBe(200);
    expect(await status(sent('another-token'))).toBe(401);
  });

  it.each(places)('from %s must agree with the one in the header', async (_, sent) => {
    const { headers, ...rest } = sent('another-token');
    if (headers?.['X-Salon-Token'] !== undefined) return;
    expect(await status({ ...rest, headers: { ...headers, 'x-salon-token': token } })).toBe(401);
    const { headers: same, ...agreeing } = sent(token);
    expect(await status({ ...agreeing, headers: { ...same, 'x-salon-token': token } })).toBe(200);
  });

  it('is trimmed', async () => {
    expect(await status({ headers: { 'x-salon-token': `\t ${token} ` } })).toBe(200);
    expect(await status({ headers: { authorization: `Bearer   ${token}  ` } })).toBe(200);
    expect(await status({ body: { ...deal, token: `\n${token} ` } })).toBe(200);
    expect(await status({ query: `token=%20${token}%20` })).toBe(200);
  });

  it('that is missing is refused when it is required, and only then', async () => {
    expect(await status({})).toBe(401);
    expect(await status({ headers: { 'x-salon-token': '  ' } })).toBe(401);
    expect(await status({}, { requireToken: false })).toBe(200);
    expect(await status({ headers: { 'x-salon-token': 'another-token' } }, { requireToken: false })).toBe(401);
  });

  it.each([
    ['deeper in the body', { body: { event: 'deal.updated', data: { id: 5, token } } }],
    ['in an event of a list', { body: [{ ...deal, token }] }],
    ['in an event under `events`', { body: { events: [{ ...deal, token }] } }],
    ['in another field of Bitrix’s `auth`', { body: { ...deal, auth: { access_token: token, member_id: token } } }],
    ['without the word Bearer', { headers: { authorization: token } }],
    ['as the stored hash', { headers: { 'x-salon-token': sha256(token) } }],
    ['in another case', { headers: { 'x-salon-token': token.toUpperCase() } }],
  ])('is no candidate %s', async (_, sent) => {
    expect(await status(sent)).toBe(401);
  });

  it('of Bitrix’s other `auth[…]` never disagrees', async () => {
    const auth = {
      access_token: 'foreign-1',
      refresh_token: 'foreign-2',
      application_token: token,
      domain: 'x.bitrix24.ru',
    };
    expect(await status({ body: { ...deal, auth } })).toBe(200);
  });

  it('that is a number is its digits', async () => {
    const settings = { tokenSha256: sha256('1234567890') };
    expect(await status({ body: { ...deal, token: 1234567890 } }, settings)).toBe(200);
    expect(await status({ headers: form, body: 'event=deal.updated&data[id]=5&token=1234567890' }, settings)).toBe(200);
  });

  it('may hold any letters', async () => {
    const odd = 'p&ss+w/rd=100% ключ';
    expect(await status({ query: `token=${encodeURIComponent(odd)}` }, { tokenSha256: sha256(odd) })).toBe(200);
    expect(await status({ body: { ...deal, token: odd } }, { tokenSha256: sha256(odd) })).toBe(200);
  });
});
