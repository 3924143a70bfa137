import { describe, it, expect } from '@jest/globals';
import { aSalon } from '../build/settings.ts';
import { aDeal, aDoor, connected, eventsOf, hookKey, sha256, token, type Post } from './door.ts';

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const status = async (post: Post, settings = {}) => (await aDoor(connected(settings)).post(post)).status;

describe('the token', () => {
  it.each<[string, Post]>([
    ['Authorization: Bearer', { headers: { authorization: `Bearer ${token}` }, body: aDeal }],
    ['Bearer in any case', { headers: { Authorization: `bEARER  ${token} ` }, body: aDeal }],
    ['X-Salon-Token in any case', { headers: { 'X-SALON-Token': token }, body: aDeal }],
    ['X-Salon-Token with blanks around it', { headers: { 'x-salon-token': ` ${token}\t` }, body: aDeal }],
    ['the query', { headers: {}, query: `token=${token}`, body: aDeal }],
    ['the body: token', { headers: {}, body: { ...aDeal, token } }],
    ['the body: access_token', { headers: {}, body: { ...aDeal, access_token: ` ${token} ` } }],
    ['the body: api_token', { headers: {}, body: { ...aDeal, api_token: token } }],
    ['the body: auth[application_token]', { headers: {}, body: { ...aDeal, auth: { application_token: token } } }],
    ['a form', { headers: form, body: `token=${token}&event=deal.created&data[id]=1` }],
    ['a form beside a payload of JSON', { headers: form, body: `token=${token}&payload=${JSON.stringify(aDeal)}` }],
    ['the payload of a form', { headers: form, body: `payload=${JSON.stringify({ ...aDeal, token })}` }],
    ['lists of values', { headers: {}, multiValueHeaders: { 'X-Salon-Token': [token, token] }, body: aDeal }],
    ['a header twice, joined by a comma', { headers: { 'x-salon-token': `${token}, ${token}` }, body: aDeal }],
    ['Bearer twice', { headers: { authorization: `Bearer ${token}, Bearer ${token}` }, body: aDeal }],
    ['Bearer beside Basic', { headers: { authorization: `Basic Zm9v, Bearer ${token}` }, body: aDeal }],
    ['two names of one header', { headers: { 'x-salon-token': token, 'X-Salon-Token': token }, body: aDeal }],
    [
      'several places that agree',
      { headers: { 'x-salon-token': token }, query: `token=${token}`, body: { ...aDeal, token } },
    ],
    ['one place, with another left blank', { headers: { 'x-salon-token': ' ' }, query: `token=${token}`, body: aDeal }],
  ])('is taken from %s', async (_, post) => {
    expect(await status(post)).toBe(200);
  });

  it.each<[string, Post]>([
    ['is missing', { headers: {}, body: aDeal }],
    ['is blank', { headers: { 'x-salon-token': '  ' }, body: { ...aDeal, token: '' } }],
    ['is wrong', { headers: { 'x-salon-token': `${token}x` }, body: aDeal }],
    ['is a beginning of the right one', { headers: { 'x-salon-token': token.slice(0, -1) }, body: aDeal }],
    ['is in another case', { headers: { 'x-salon-token': token.toUpperCase() }, body: aDeal }],
    ['holds a NUL', { headers: { 'x-salon-token': `${token}\0` }, body: aDeal }],
    ['is the stored hash', { headers: { 'x-salon-token': connected().tokenSha256! }, body: aDeal }],
    ['disagrees with the query', { headers: { 'x-salon-token': token }, query: 'token=x', body: aDeal }],
    ['disagrees with the body', { headers: { 'x-salon-token': token }, body: { ...aDeal, token: 'x' } }],
    ['disagrees within the query', { headers: {}, query: `token=${token}&token=x`, body: aDeal }],
    ['disagrees with a header given twice', { headers: { 'x-salon-token': `${token}, x` }, body: aDeal }],
    ['disagrees in a list', { headers: {}, multiValueHeaders: { 'X-Salon-Token': [token, 'x'] }, body: aDeal }],
    ['comes without the word Bearer', { headers: { authorization: token }, body: aDeal }],
    ['stands deeper in the body', { headers: {}, body: { ...aDeal, data: { id: 1, token } } }],
    ['stands in another field of auth', { headers: {}, body: { ...aDeal, auth: { access_token: token } } }],
    ['stands in an event of a list', { headers: {}, body: [{ ...aDeal, token }] }],
  ])('refuses when it %s', async (_, post) => {
    expect(await status(post)).toBe(401);
  });

  it('takes a token that holds a comma', async () => {
    const settings = { tokenSha256: sha256('a,b') };
    expect(await status({ headers: { 'x-salon-token': 'a,b' }, body: aDeal }, settings)).toBe(200);
  });

  it('is not asked for when it is not required, but a wrong one is still refused', async () => {
    const open = { requireToken: false };
    expect(await status({ headers: {}, body: aDeal }, open)).toBe(200);
    expect(await status({ headers: { 'x-salon-token': token }, body: aDeal }, open)).toBe(200);
    expect(await status({ headers: { 'x-salon-token': 'wrong' }, body: aDeal }, open)).toBe(401);
  });

  it('cannot be wrong where none is required and none is known, unless two disagree', async () => {
    const unknown = aSalon({ requireToken: false, hookKeys: [{ key: hookKey }] });
    expect((await aDoor(unknown).post({ headers: { 'x-salon-token': 'any' }, body: aDeal })).status).toBe(200);
    const post = { headers: { 'x-salon-token': 'any' }, query: 'token=other', body: aDeal };
    expect((await aDoor(unknown).post(post)).status).toBe(401);
    expect((await aDoor({ ...unknown, requireToken: true }).post(post)).status).toBe(401);
  });
});

describe('what is kept of a delivery', () => {
  it('has no field named like a secret, at any depth, and neither token nor hook key in a text', async () => {
    const door = aDoor();
    const page = `https://x.ru/?token=${token}&hook=${hookKey}`;
    await door.post({
      body: {
        ...aDeal,
        token,
        data: { id: 1, page_url: page, Client_Secret: 'a', list: [{ password: 'b', ok: 'c' }] },
      },
    });
    expect(eventsOf(door.events())).toEqual([
      {
        event: 'deal.updated',
        salon: { id: '1042' },
        data: { id: '1', page_url: 'https://x.ru/?token=***&hook=***', list: [{ ok: 'c' }] },
      },
    ]);
  });

  it('keeps ids and amounts whole when a salon without a token is sent a few letters as one', async () => {
    const door = aDoor(aSalon({ requireToken: false, hookKeys: [{ key: hookKey }] }));
    await door.post({ headers: {}, body: { event: 'deal.updated', token: '5', data: { id: '558', comment: '5' } } });
    expect(eventsOf(door.events())).toEqual([{ event: 'deal.updated', data: { id: '558', comment: '5' } }]);
  });

  it('strikes out a token that came in a header given twice', async () => {
    const door = aDoor();
    await door.post({
      headers: { 'x-salon-token': `${token},${token}` },
      body: { event: 'deal.updated', data: { id: 1, comment: `my token is ${token}` } },
    });
    expect(eventsOf(door.events())).toMatchObject([{ data: { comment: 'my token is ***' } }]);
  });

  it('has the same event id with the token in the body, in a header or under another hook key', async () => {
    const second = 'second-key-of-the-salon-0123456789abcdef';
    const door = aDoor(connected({ hookKeys: [{ key: second }, { key: hookKey }] }));
    const ids = [
      await door.post({ body: aDeal }),
      await door.post({ headers: {}, body: { ...aDeal, token } }),
      await door.post({ headers: {}, body: { data: aDeal.data, token, salon: aDeal.salon, event: aDeal.event } }),
    ].map(({ json }) => json.events?.[0]?.id);
    expect(new Set(ids).size).toBe(1);
  });

  it("has the sender's event id of the body, or of the header when there is one event", async () => {
    const door = aDoor();
    const headers = { 'x-salon-token': token, 'X-Event-Id': ' from-header ' };
    await door.post({ headers, body: aDeal });
    await door.post({ headers, body: { ...aDeal, event_id: 'from-body' } });
    await door.post({ headers, body: [aDeal, aDeal] });
    expect(door.events().map(({ senderEventId }) => senderEventId)).toEqual([
      'from-header',
      'from-body',
      undefined,
      undefined,
    ]);
  });

  it('has no token in the event id of a header', async () => {
    const door = aDoor();
    await door.post({ headers: { 'x-salon-token': token, 'x-event-id': `id-${token}` }, body: aDeal });
    expect(door.events()).toMatchObject([{ senderEventId: 'id-***' }]);
  });
});
