import { describe, expect, it } from '@jest/globals';
import { form, json, type Sent } from './door.ts';
import { ofBooking } from './read.ts';
import { aTelling, token } from './told.ts';

async function eventOf(sent: Sent): Promise<unknown> {
  const salon = aTelling();
  await salon.post(sent);
  return salon.queued.length === 1 ? (JSON.parse(salon.queued[0]!) as { event: unknown }).event : salon.queued.length;
}
const ofForm = (body: string) => eventOf({ headers: form, body });
const event = { event: 'deal.updated', data: { id: '5' } };
const encoded = (value: unknown) => encodeURIComponent(JSON.stringify(value));

describe('a form with PHP’s brackets', () => {
  it.each<[string, unknown]>([
    ['event=deal.updated&data[id]=5', event],
    ['event=deal.updated&data%5Bid%5D=5', event],
    [
      'event=deal.updated&data[client][name]=%D0%90%D0%BD%D0%BD%D0%B0+%D0%9A',
      { event: 'deal.updated', data: { client: { name: 'Анна К' } } },
    ],
    ['event=deal.updated&data[tags][]=a&data[tags][]=b', { event: 'deal.updated', data: { tags: ['a', 'b'] } }],
    ['event=deal.updated&data[x]=1%2B1%261%3D', { event: 'deal.updated', data: { x: '1+1&1=' } }],
    ['event=deal.updated&data[x]=&flag', { event: 'deal.updated', data: { x: '' }, flag: '' }],
  ])('%s', async (body, expected) => {
    expect(await ofForm(body)).toEqual(expected);
  });

  it.each([{}, { 'content-type': 'text/plain' }, { 'content-type': 'application/octet-stream' }, json])(
    'is one also by look, whatever the header: %j',
    async (headers) => {
      expect(await eventOf({ headers, body: 'event=deal.updated&data[id]=5' })).toEqual(event);
      expect(await eventOf({ headers, body: 'data%5Bid%5D=5&event=deal.updated' })).toEqual(event);
    },
  );

  it('takes the last of equal names', async () => {
    expect(await ofForm('event=x&event=deal.updated&data[id]=1&data[id]=5')).toEqual(event);
  });

  it('lets a later branch replace a scalar, and a later scalar a branch', async () => {
    expect(await ofForm('event=deal.updated&data=1&data[id]=5')).toEqual(event);
    expect(await ofForm('event=deal.updated&data[id]=1&data[id][x]=2&data[id]=5')).toEqual(event);
  });

  it('knows no limit on the number of fields', async () => {
    const fields = Array.from({ length: 5000 }, (_, at) => `data[f${at}]=${at}`).join('&');
    const { data } = (await ofForm(`event=deal.updated&${fields}`)) as { data: object };
    expect(Object.keys(data)).toHaveLength(5000);
  });

  it('never makes holes of a list by index or by id', async () => {
    const salon = aTelling();
    const services = 'data[services][771904][id]=1&data[services][10][name]=b&data[services][4294967296][name]=c';
    await salon.post({ headers: form, body: `event=booking.updated&data[id]=5&${services}` });
    await salon.work();
    expect((await salon.request('5')).services).toEqual([{ name: 'b' }, { id: '1' }, { name: 'c' }]);
  });
});

describe('multipart/form-data', () => {
  const part = (name: string, value: string, more = '') =>
    `--XX\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
  const body = `${part('event', 'deal.updated')}${part('data[id]', '5')}${part('scan', 'binary', '; filename="a.jpg"')}--XX--\r\n`;

  it('is read as a form, files ignored', async () => {
    expect(await eventOf({ headers: { 'content-type': 'multipart/form-data; boundary=XX' }, body })).toEqual(event);
    expect(
      await eventOf({ headers: { 'content-type': 'multipart/form-data; boundary="XX"' }, body: Buffer.from(body) }),
    ).toEqual(event);
  });

  it('keeps line ends and Cyrillic of its values', async () => {
    const text = `${part('event', 'deal.updated')}${part('data[comment]', 'раз\r\nдва')}--XX--`;
    expect(
      await eventOf({ headers: { 'content-type': 'multipart/form-data; boundary=XX' }, body: Buffer.from(text) }),
    ).toEqual({
      event: 'deal.updated',
      data: { comment: 'раз\r\nдва' },
    });
  });

  it('may hold the body as JSON', async () => {
    const text = `${part('token', token)}${part('payload', JSON.stringify(event))}--XX--`;
    expect(await eventOf({ headers: { 'content-type': 'multipart/form-data; boundary=XX' }, body: text })).toEqual(
      event,
    );
  });
});

describe('a field of a form that holds JSON', () => {
  it.each(['payload', 'json', 'Payload', 'JSON'])(
    '`%s` is the body, the other fields are its envelope',
    async (name) => {
      expect(await ofForm(`${name}=${encoded(event)}&event_id=a-1`)).toEqual({ ...event, event_id: 'a-1' });
      expect(await ofForm(`event_id=a-1&${name}=${encoded({ events: [event] })}`)).toEqual({
        ...event,
        event_id: 'a-1',
      });
      expect(await ofForm(`event=deal.deleted&${name}=${encoded(event)}`)).toEqual(event);
    },
  );

  it('`payload` with a list is so many events, each with that envelope', async () => {
    expect(await ofForm(`salon_id=1042&payload=${encoded([event, event])}`)).toBe(2);
  });

  it('`data` is its data', async () => {
    const salon = aTelling();
    await salon.post({
      headers: form,
      body: `event=booking.created&salon_id=1042&data=${encoded({ id: 7403, client: { name: 'Анна' } })}`,
    });
    await salon.work();
    expect(await salon.request('7403')).toMatchObject({ name: 'Анна' });
  });

  it('`data` with a list is so many events', async () => {
    expect(await ofForm(`event=deal.updated&data=${encoded([{ id: '1' }, { id: '2' }])}`)).toBe(2);
  });

  it('that is another stays a text', () => {
    expect(ofBooking({ comment: '{"id":1}' }).comment).toBe('{"id":1}');
  });
});
