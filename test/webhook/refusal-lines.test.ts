import { describe, it, expect } from '@jest/globals';
import { aDeal, aDoor, connected, hookKey, token } from './door.ts';

const wrong = { 'content-type': 'application/json; charset=utf-8', 'x-salon-token': 'wrong' };

describe('the line of a refusal', () => {
  it('goes to the bookings queue with sizes and the bare media type, and nothing that was sent', async () => {
    const door = aDoor();
    await door.post({ headers: wrong, body: '{"a":"я"}' });
    expect(door.queued).toMatchObject([{ queue: 'bookings', group: 'arbat' }]);
    expect(door.refusals()).toEqual([
      {
        v: 1,
        type: 'refusal',
        accountKey: 'demo',
        salonKey: 'arbat',
        receivedAt: '2026-03-17T14:05:45.000Z',
        reason: 'invalid_token',
        status: 401,
        size: 10,
        contentType: 'application/json',
      },
    ]);
    expect(door.counted).toEqual({ refused: 1, invalidToken: 1 });
  });

  it.each([
    ['invalid_body', 400, { body: '{' }],
    ['too_large', 413, { body: ' '.repeat(1_048_577) }],
    ['unsupported_media_type', 415, { headers: { 'content-encoding': 'gzip' }, body: aDeal }],
  ])('is written for %s with status %i', async (reason, status, post) => {
    const door = aDoor();
    expect((await door.post(post)).status).toBe(status);
    expect(door.refusals()).toMatchObject([{ reason, status }]);
  });

  it.each([
    ['', undefined],
    ['nonsense', undefined],
    ['text/+7 916 123-45-67', undefined],
    ['Text/PLAIN ; name=Анна', 'text/plain'],
    [`text/${'x'.repeat(200)}`, `text/${'x'.repeat(95)}`],
  ])('says of the content type %j only %j', async (contentType, said) => {
    const door = aDoor();
    await door.post({ headers: { 'content-type': contentType }, body: aDeal });
    expect(door.refusals().map((line) => line.contentType)).toEqual([said]);
  });

  it('is written once a minute and reason', async () => {
    const door = aDoor();
    const reasons = () => door.refusals().map(({ reason }) => reason);
    await door.post({ headers: wrong, body: aDeal });
    await door.post({ headers: wrong, body: aDeal });
    await door.post({ body: '{' });
    door.state.at += 59_999;
    await door.post({ headers: wrong, body: aDeal });
    expect(reasons()).toEqual(['invalid_token', 'invalid_body']);
    door.state.at += 1;
    await door.post({ headers: wrong, body: aDeal });
    expect(reasons()).toEqual(['invalid_token', 'invalid_body', 'invalid_token']);
  });

  it('is written again when the clock has jumped back, and then once a minute', async () => {
    const door = aDoor();
    await door.post({ headers: wrong, body: aDeal });
    door.state.at -= 3_600_000;
    await door.post({ headers: wrong, body: aDeal });
    expect(door.refusals()).toHaveLength(2);
    door.state.at += 59_999;
    await door.post({ headers: wrong, body: aDeal });
    expect(door.refusals()).toHaveLength(2);
  });

  it('is not written for an unknown or ended key, which is a metric only', async () => {
    const ended = connected({ hookKeys: [{ key: hookKey, endsAt: '2026-03-01T00:00:00.000Z' }] });
    const doors = [aDoor(), aDoor(ended)];
    await doors[0]!.post({ path: 'u'.repeat(40), body: aDeal });
    await doors[1]!.post({ body: aDeal });
    expect(doors.map(({ queued, counted }) => [queued, counted])).toEqual([
      [[], { unknownHook: 1 }],
      [[], { unknownHook: 1 }],
    ]);
  });

  it('does not change the answer when it cannot be queued, and is tried with the next refusal', async () => {
    let broken = true;
    const taken: string[] = [];
    const door = aDoor(connected(), {
      send: (outgoing) => {
        if (broken) return Promise.reject(new Error('no queue'));
        taken.push(...outgoing.map(({ body }) => (JSON.parse(body) as { type: string }).type));
        return Promise.resolve(outgoing.map(() => true));
      },
    });
    expect((await door.post({ headers: wrong, body: aDeal })).status).toBe(401);
    broken = false;
    expect((await door.post({ headers: wrong, body: aDeal })).status).toBe(401);
    expect(taken).toEqual(['refusal']);
  });

  it('is not written for an event that is ignored', async () => {
    const door = aDoor(connected({ isActive: false }));
    await door.post({ headers: { 'x-salon-token': token }, body: aDeal });
    expect(door.refusals()).toEqual([]);
    expect(door.counted).toEqual({ accepted: 0, ignored: 1, unavailable: 0 });
  });
});
