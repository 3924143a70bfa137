import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connected, sha256, type Post } from './door.ts';
import { startWebhook } from './engines.ts';

const marks = {
  hook: 'MARKhookMARKhookMARKhookMARKhook0001',
  token: 'MARKtoken4711',
  wrong: 'MARKwrong4712',
  name: 'МАРКЕРИНА',
  phone: '9167654321',
  email: 'mark-mail@example.ru',
};
const { hook, token, wrong, name, phone, email } = marks;
const person = { name, phone: `+7${phone}`, email, comment: `${name} ${phone} ${email} ${token} ${wrong}` };
const event = {
  event: 'booking.created',
  data: { id: 1, client: person, page_url: `https://a.ru/?t=${token}&h=${hook}` },
};
const json = JSON.stringify(event);
const right = { 'x-salon-token': token };

/** Ways through the door and back, each with all the marks. */
const posts: Post[] = [
  { headers: right, body: event },
  {
    headers: { authorization: `Bearer ${token}`, 'x-event-id': `${token}-${hook}` },
    body: [event, { [token]: token, hook }],
  },
  {
    headers: {},
    query: `token=${token}`,
    body: { ...event, token, access_token: token, auth: { application_token: token } },
  },
  {
    headers: {},
    body: `token=${token}&event=deal.created&data[comment]=${encodeURIComponent(person.comment)}&data[my_token]=${token}`,
  },
  { headers: { 'x-salon-token': wrong }, body: event },
  {
    headers: { ...right, 'content-type': `application/${token}; name=${email}`, 'content-encoding': 'gzip' },
    body: event,
  },
  { headers: { ...right, 'content-type': `application/x; charset=${phone}` }, body: json },
  { headers: right, body: json.slice(0, -1) },
  { headers: right, body: json + ' '.repeat(1_100_000) },
  { headers: right, body: { ...event, salon: { id: 7, name } } },
  { path: `${hook}x`, headers: { 'x-salon-token': wrong }, body: event },
];

let webhook: Awaited<ReturnType<typeof startWebhook>>;
beforeAll(async () => {
  webhook = await startWebhook(connected({ hookKeys: [{ key: hook }], tokenSha256: sha256(token) }));
});
afterAll(() => webhook.stop());

function expectNone(secrets: string[], texts: string[]) {
  const all = texts.join('\n').toLowerCase();
  for (const secret of secrets) expect(all).not.toContain(secret.toLowerCase());
}

describe('what may not leave the door', () => {
  it('is in no log line, no metric and no answer; tokens and hook keys are in no queue', async () => {
    const answers: string[] = [];
    for (const post of posts) {
      const { text, headers } = await webhook.post({ path: hook, ...post });
      answers.push(text, JSON.stringify(headers));
    }
    const queued = await webhook.drain();
    expect(answers.length).toBe(2 * posts.length);
    expect(queued.filter((text) => text.includes(name))).not.toEqual([]);
    expect(queued.filter((text) => text.includes('"refusal"'))).toHaveLength(4);
    const refusals = queued.filter((text) => text.includes('"refusal"'));
    expectNone(Object.values(marks), [...answers, ...webhook.written, ...refusals]);
    expectNone([hook, token], queued);
  });
});
