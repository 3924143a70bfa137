import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { brokenToken } from '../../lib/flow/admin/token-sent.ts';
import { createSalonSchema } from '../../lib/model/api.ts';
import { form } from './door.ts';
import { aTelling, E, hookKey, sha256, token } from './told.ts';

/** The event as it is queued, of a delivery with the right token in its header. */
async function queuedOf(
  body: unknown,
  presented: { secret?: string; sent?: string; headers?: object } = {},
): Promise<unknown> {
  const { secret = token, sent = secret, headers = {} } = presented;
  const salon = aTelling({ tokenSha256: sha256(secret) });
  const { status, text } = await salon.post({ headers: { 'x-salon-token': sent, ...headers }, body });
  if (status !== 200) throw new Error(text);
  return (JSON.parse(salon.queued[0]!) as { event: unknown }).event;
}

const comment = (text: string) => ({ event: 'deal.updated', data: { id: '5', comment: text } });
const entities = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
const named = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const percents = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

describe('a field whose folded name ends in a secret’s is removed', () => {
  it.each([
    ...[
      'token',
      'Token',
      'sessionToken',
      'x-csrf-token',
      'secret',
      'client_secret',
      'password',
      'UserPassword',
      'passwd',
    ],
    ...[
      'db_passwd',
      'pwd',
      'user pwd',
      'authorization',
      'X-Authorization',
      'apikey',
      'api_key',
      'x-api-key',
      'secretkey',
    ],
    ...['Secret_Key', 'application_token', 'refresh_token'],
  ])('%s, at any depth', async (name) => {
    const data = {
      id: '5',
      [name]: 'a',
      list: [{ [name]: { deep: 'b' }, kept: 'c' }],
      box: { box: { [name]: ['d'] } },
    };
    expect(await queuedOf({ event: 'deal.updated', [name]: token, data })).toEqual({
      event: 'deal.updated',
      data: { id: '5', list: [{ kept: 'c' }], box: { box: {} } },
    });
  });

  it.each(['tokens', 'token_id', 'secretary', 'password_hint', 'pwd2', 'authorization_date', 'apikeys', 'keyboard'])(
    '%s is kept',
    async (name) => {
      expect(await queuedOf(E('deal.updated', { id: '5', [name]: 'x' }))).toMatchObject({ data: { [name]: 'x' } });
    },
  );
});

const odd = 'p&ss<w>rd"100%\'x';

describe('a field of data that come as a JSON text', () => {
  it('is removed, too, when its name ends in a secret’s', async () => {
    const text = JSON.stringify({ id: 5, password: 'hunter2-secret', client: { name: 'Анна', api_key: 'k-1' } });
    const event = JSON.stringify(await queuedOf({ event: 'deal.updated', data: text }));
    expect(event).not.toContain('hunter2-secret');
    expect(event).not.toContain('k-1');
    expect(event).toContain('Анна');
    const inForm = JSON.stringify(
      await queuedOf(`event=deal.updated&data=${encodeURIComponent(text)}`, { headers: form }),
    );
    expect(inForm).not.toContain('hunter2-secret');
  });
});

describe('a presented token is struck out of any other string', () => {
  it.each<[string, string]>([
    ['as it is', odd],
    ['HTML-escaped by numbers', entities(odd)],
    ['HTML-escaped by names', named(odd)],
    ['HTML-escaped in hex', odd.replace('&', '&#x26;').replace('<', '&#X3C;')],
    ['percent-encoded', encodeURIComponent(odd)],
    ['percent-encoded in lower case', encodeURIComponent(odd).toLowerCase()],
    ['percent-encoded letter by letter', percents(odd)],
    ['as a word in base64', Buffer.from(odd).toString('base64')],
    ['as a word in base64 without padding', Buffer.from(odd).toString('base64').replaceAll('=', '')],
    ['as a word in base64url', Buffer.from(odd).toString('base64url')],
  ])('%s', async (_, spelled) => {
    expect(await queuedOf(comment(spelled), { secret: odd })).toEqual(comment('***'));
    expect(await queuedOf(comment(`до ${spelled} после`), { secret: odd })).toEqual(comment('до *** после'));
    expect(await queuedOf(comment(`${spelled}, ${spelled}`), { secret: odd })).toEqual(comment('***, ***'));
  });

  it('as a part of a longer text, but in base64 as a whole word only', async () => {
    expect(await queuedOf(comment(`a${token}b`))).toEqual(comment('a***b'));
    expect(await queuedOf(comment(`https://x.ru/?t=${token}&a=1`))).toEqual(comment('https://x.ru/?t=***&a=1'));
    const base64 = Buffer.from(token).toString('base64').replaceAll('=', '');
    expect(await queuedOf(comment(`x${base64}`))).toEqual(comment(`x${base64}`));
  });

  it('wherever it stands: in lists, in parts, in names', async () => {
    const data = { id: '5', tags: [token], client: { name: `Анна ${token}` }, [`x ${token}`]: '1' };
    expect(await queuedOf(E('deal.updated', data))).toMatchObject({
      data: { id: '5', tags: ['***'], client: { name: 'Анна ***' }, 'x ***': '1' },
    });
  });

  it('wherever it was presented', async () => {
    expect(await queuedOf({ ...comment(`x ${token}`), access_token: token }, { sent: '' })).toEqual(comment('x ***'));
    const inForm = `event=deal.updated&data[id]=5&data[comment]=x+${token}&token=${token}`;
    expect(await queuedOf(inForm, { sent: '', headers: form })).toEqual(comment('x ***'));
  });

  it('but a shorter one than 8 letters as a whole value only', async () => {
    expect(await queuedOf(comment('abc12'), { secret: 'abc12' })).toEqual(comment('***'));
    expect(await queuedOf(comment('x abc12'), { secret: 'abc12' })).toEqual(comment('x abc12'));
  });

  it('and so is the hook key', async () => {
    const url = `https://hooks.example.ru/webhooks/profsalon/${hookKey}`;
    expect(await queuedOf(comment(url))).toEqual(comment('https://hooks.example.ru/webhooks/profsalon/***'));
    expect(await queuedOf(comment(encodeURIComponent(url)))).toEqual(
      comment(encodeURIComponent(url).replace(hookKey, '***')),
    );
    expect(await queuedOf(comment(Buffer.from(hookKey).toString('base64url')))).toEqual(comment('***'));
  });

  it('also of the sender’s event id in a header', async () => {
    const salon = aTelling();
    await salon.post({ headers: { 'x-event-id': `id-${token}` }, body: comment('x') });
    expect(salon.queued[0]).toContain('id-***');
  });
});

describe('no secret is queued, journaled or logged', () => {
  it('of a delivery that says them in every place', async () => {
    const salon = aTelling();
    const word = Buffer.from(token).toString('base64');
    const data = {
      id: 5,
      comment: `${token} ${encodeURIComponent(token)} ${word} ${hookKey}`,
      password: 'hunter2-secret',
    };
    const sent = {
      body: { ...E('deal.created', data), token, note: hookKey },
      headers: { authorization: `Bearer ${token}` },
    };
    await salon.post({ ...sent, query: `token=${token}` });
    const queued = salon.queued.join();
    await salon.work();
    const everything = [queued, salon.stored(), JSON.stringify(salon.logged())].join();
    for (const secret of [token, hookKey, word, 'hunter2-secret', Buffer.from(hookKey).toString('base64')]) {
      expect(everything).not.toContain(secret);
    }
  });

  it('of a delivery that is refused', async () => {
    const salon = aTelling();
    const wrong = 'a-wrong-token-of-somebody';
    await salon.post({
      headers: { 'x-salon-token': wrong, 'content-type': `text/${wrong}` },
      body: { ...comment(wrong), token: wrong },
    });
    const queued = salon.queued.join();
    await salon.work();
    const everything = [queued, salon.stored(), JSON.stringify(salon.logged())].join();
    expect(queued).toContain('invalid_token');
    for (const secret of [wrong, hookKey]) expect(everything).not.toContain(secret);
  });
});

describe('settings', () => {
  it('refuse a token of fewer than 8 letters', () => {
    const broken = (said: string) => brokenToken(v.parse(createSalonSchema, { token: said }).token, {});
    const tooShort = [{ field: 'token', code: 'too_short' }];
    expect([broken('1234567'), broken(' 123456 '), broken('12345678')]).toEqual([tooShort, tooShort, []]);
  });
});
