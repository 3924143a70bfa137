import { describe, expect, it } from '@jest/globals';
import { form, type Sent } from './door.ts';
import { readOf } from './read.ts';
import { aTelling, E } from './told.ts';

const deal = E('deal.updated', { id: 5 });
const deals = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => E('deal.updated', { id: from + at + 1 }));

async function answer(sent: Sent, settings = {}) {
  const salon = aTelling(settings);
  const { status, code, events } = await salon.post(sent);
  return { status, code, count: events.length, queued: salon.queued.filter((body) => body.includes('"event"')).length };
}
const tooLarge = { status: 413, code: 'too_large' };

describe('413 too_large', () => {
  it('is answered to a body over 1 MiB', async () => {
    const body = JSON.stringify(deals(6));
    const padded = (size: number) => `${body.slice(0, -1)}${' '.repeat(size - body.length)}]`;
    expect(await answer({ body: padded(1_048_576) })).toMatchObject({ status: 200, count: 6 });
    expect(await answer({ body: padded(1_048_577) })).toMatchObject(tooLarge);
    expect(await answer({ body: Buffer.from(padded(1_048_577)) })).toMatchObject(tooLarge);
    expect(
      await answer({ headers: form, body: `event=deal.updated&data[id]=5&x=${'y'.repeat(1_048_576)}` }),
    ).toMatchObject(tooLarge);
  });

  it('is answered to over 100 events, whatever shape they come in', async () => {
    expect(await answer({ body: deals(100) })).toMatchObject({ status: 200, count: 100 });
    expect(await answer({ body: deals(101) })).toMatchObject(tooLarge);
    expect(await answer({ body: { events: deals(101) } })).toMatchObject(tooLarge);
    expect(await answer({ body: { events: Object.fromEntries(deals(101).entries()) } })).toMatchObject(tooLarge);
    expect(await answer({ body: JSON.stringify(JSON.stringify(deals(101))) })).toMatchObject(tooLarge);
    expect(
      await answer({ headers: form, body: `payload=${encodeURIComponent(JSON.stringify(deals(101)))}` }),
    ).toMatchObject(tooLarge);
    const fields = Array.from(
      { length: 101 },
      (_, at) => `events[${at}][event]=deal.updated&events[${at}][data][id]=${at + 1}`,
    );
    expect(await answer({ headers: form, body: fields.join('&') })).toMatchObject(tooLarge);
    expect(await answer({ headers: form, body: fields.slice(1).join('&') })).toMatchObject({ status: 200, count: 100 });
  });

  it('counts the objects of lists in the place of an event’s object', async () => {
    const ids = (count: number) => Array.from({ length: count }, (_, at) => ({ id: at + 1 }));
    expect(await answer({ body: E('deal.updated', ids(100)) })).toMatchObject({ status: 200, count: 100 });
    expect(await answer({ body: E('deal.updated', ids(101)) })).toMatchObject(tooLarge);
    expect(await answer({ body: [E('deal.updated', ids(50)), E('booking.updated', ids(50))] })).toMatchObject({
      status: 200,
      count: 100,
    });
    expect(await answer({ body: [E('deal.updated', ids(51)), E('booking.updated', ids(50))] })).toMatchObject(tooLarge);
  });

  it('is answered to one event over 200 KB as JSON, with all that came beside it', async () => {
    const long = (size: number) => E('deal.updated', { id: 5, comment: 'x'.repeat(size) });
    const around = '{"data":{"comment":"","id":"5"},"event":"deal.updated","salon":{"id":"1042"}}'.length;
    expect(await answer({ body: long(204_800 - around) })).toMatchObject({ status: 200 });
    expect(await answer({ body: long(204_801 - around) })).toMatchObject(tooLarge);
    expect(await answer({ body: long(206_000) })).toMatchObject(tooLarge);
    expect(await answer({ body: [deal, long(206_000), deal] })).toMatchObject({ ...tooLarge, queued: 0 });
    const beside = { note: 'x'.repeat(150_000), events: [E('deal.updated', { id: 1, comment: 'y'.repeat(60_000) })] };
    expect(await answer({ body: beside })).toMatchObject(tooLarge);
  });
});

/** Of the processor: the clock on the wall also tells what else the machine does. */
const seconds = async (work: () => unknown) => {
  const began = process.cpuUsage();
  await work();
  return process.cpuUsage(began).user / 1_000_000;
};

/** Generous: ten times what a linear reader needs on a busy machine. */
describe('a body of any shape costs time linear in its bytes', () => {
  it.each<[string, Sent]>([
    ['100,000 nested texts of brackets', { body: JSON.stringify({ ...deal, a: '[{'.repeat(50_000) }) }],
    [
      '90,000 fields of a form',
      { headers: form, body: `event=deal.updated&${Array.from({ length: 90_000 }, (_, at) => `f${at}=1`).join('&')}` },
    ],
    ['60,000 pushes of a form', { headers: form, body: `event=deal.updated&data[id]=5&${'a[]=1&'.repeat(60_000)}` }],
    [
      '20,000 holes of a form',
      { headers: form, body: Array.from({ length: 20_000 }, (_, at) => `a[${at * 7_000_000}]=1`).join('&') },
    ],
    [
      '3,000 parts of multipart',
      {
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
        body: '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(15_000),
      },
    ],
    ['a name of a million letters', { headers: form, body: `${'a'.repeat(1_000_000)}=1` }],
    ['200,000 signs of percent', { headers: form, body: `event=${'%41'.repeat(300_000)}` }],
    [
      'a base of 64 as long as the body',
      { body: JSON.stringify({ event: 'hello', x: Array(5).fill('A'.repeat(200_000)) }) },
    ],
    ['100,000 entities', { body: JSON.stringify({ event: 'hello', x: ['&amp;'.repeat(30_000)] }) }],
  ])('%s', async (_, sent) => {
    expect(await seconds(() => aTelling().post(sent))).toBeLessThan(5);
  });

  it('of the reader, too, for texts that it cuts, splits and walks', async () => {
    const long = [
      ' '.repeat(190_000),
      ', '.repeat(90_000),
      '1 '.repeat(90_000),
      '#'.repeat(190_000),
      '('.repeat(190_000),
    ];
    const names = [
      'amount',
      'created_at',
      'comment',
      'phone',
      'email',
      'tags',
      'services',
      'booking_ids',
      'client',
      'status',
      'session',
    ];
    const took = await seconds(() => {
      for (const text of long)
        for (const name of names) readOf({ event: 'deal.updated', data: { id: 5, [name]: text } });
    });
    expect(took).toBeLessThan(20);
  });
});
