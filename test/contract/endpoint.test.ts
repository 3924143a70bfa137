import { describe, expect, it } from '@jest/globals';
import { showSalon } from '../../lib/flow/admin/read-salons.ts';
import { freshKeys } from '../../lib/runtime/fresh-keys.ts';
import { anAccount, asConnected } from '../build/settings.ts';
import { aDoorOf, aClock, form } from './door.ts';
import { aConnectedSalon, aTelling, E, hookKey, token } from './told.ts';

const booking = E('booking.created', { id: 5 });

describe('the URL of the webhook', () => {
  it('takes deliveries by POST under the hook key of the salon', async () => {
    expect(await aTelling().post({ body: booking })).toMatchObject({
      status: 200,
      events: [{ kind: 'booking', status: 'accepted' }],
    });
  });

  it('is the same with a slash at the end', async () => {
    const salon = aTelling();
    const { status, events } = await salon.post({ path: `${hookKey}/`, body: booking });
    expect([status, events.length]).toEqual([200, 1]);
    const { events: same } = await salon.post({ body: booking });
    expect(same[0]?.id).toBe(events[0]?.id);
  });

  it('is shown in the settings as a whole, its key 32 or more random URL-safe letters, one per salon', async () => {
    const key = freshKeys.newHookKey();
    const deps = {
      findSalon: () => Promise.resolve(asConnected(aConnectedSalon({ hookKeys: [{ key }] }))),
      lastEvents: () => Promise.resolve([]),
      findCatalog: () => Promise.resolve({ campaigns: [], sources: [], sites: [] }),
      webhookBaseUrl: 'https://hooks.example.ru',
      now: () => new Date(),
    };
    const call = {
      account: anAccount(),
      caller: { subject: 'x', role: 'admin' },
      id: 'arbat',
      query: {},
      body: undefined,
    } as const;
    expect(await showSalon(deps)(call)).toMatchObject({
      ok: { webhookUrl: `https://hooks.example.ru/webhooks/profsalon/${key}` },
    });
    expect(key).toMatch(/^[\w-]{32,}$/);
    expect(freshKeys.newHookKey()).not.toBe(key);
  });

  it('keeps a rotated key valid until its end, and no longer', async () => {
    const old = 'old-key-of-the-salon-0123456789-abcdef';
    const salon = aTelling({ hookKeys: [{ key: hookKey }, { key: old, endsAt: '2026-11-27T12:00:00.000Z' }] });
    const status = async (at: string, path: string) => (await salon.post({ at, path, body: booking })).status;
    expect(await status('2026-11-26T12:00:00.000Z', old)).toBe(200);
    expect(await status('2026-11-27T11:59:59.000Z', old)).toBe(200);
    expect(await status('2026-11-27T12:00:00.000Z', old)).toBe(401);
    expect(await status('2026-11-27T12:00:01.000Z', hookKey)).toBe(200);
  });
});

describe('a probe', () => {
  it.each([
    ['HEAD', ''],
    ['HEAD', `token=${token}`],
    ['HEAD', 'event=booking.created&data[id]=5'],
    ['GET', ''],
    ['GET', `token=${token}`],
    ['GET', `token=${token}&foo=1&_=1732622400`],
    ['GET', 'foo=&x[y]=z'],
  ])('%s with the query %j answers 200 with no body, and queues nothing', async (method, query) => {
    const salon = aTelling();
    const { status, text } = await salon.post({ method, query });
    expect([status, text, salon.queued]).toEqual([200, '', []]);
  });
});

describe('a query that holds a known name beside the token is the body, a form', () => {
  const query = `token=${token}&event=booking.created&data[id]=7230&data[client][name]=%D0%90%D0%BD%D0%BD%D0%B0`;

  it.each(['GET', 'POST'])('by %s without a body', async (method) => {
    const salon = aTelling();
    const { status, events } = await salon.post({ method, query, headers: {} });
    expect([status, events.map(({ kind }) => kind)]).toEqual([200, ['booking']]);
    await salon.work();
    expect(await salon.request('7230')).toMatchObject({ name: 'Анна' });
  });

  it.each(['GET', 'POST'])('by %s, refused without the right token', async (method) => {
    const door = aDoorOf({ salon: () => aConnectedSalon(), now: aClock().now, queue: [] });
    const asked = async (text: string) => (await door.post({ method, path: hookKey, query: text })).status;
    expect(await asked('event=booking.created&data[id]=7230')).toBe(401);
    expect(await asked('token=wrong-token-1&event=booking.created&data[id]=7230')).toBe(401);
    expect(await asked(`event=booking.created&data[id]=7230&token=${token}`)).toBe(200);
  });

  it('whichever of the names it is', async () => {
    for (const named of [
      'deal[id]=5',
      'record[id]=5',
      'event=deal.created&id=5',
      'payload={"event":"deal.created","id":5}',
    ]) {
      const salon = aTelling();
      const { status, events } = await salon.post({ method: 'GET', query: named });
      expect([named, status, events.map(({ status: said }) => said)]).toEqual([named, 200, ['accepted']]);
    }
  });

  it('but not beside a body', async () => {
    const { events } = await aTelling().post({ query: 'event=deal.deleted&data[id]=9', body: booking });
    expect(events).toMatchObject([{ kind: 'booking' }]);
    const salon = aTelling();
    const id = async (sent: object) => (await salon.post(sent)).events[0]?.id;
    expect(await id({ query: 'event=deal.deleted', headers: form, body: 'event=booking.created&data[id]=5' })).toBe(
      await id({ headers: form, body: 'event=booking.created&data[id]=5' }),
    );
  });

  it('has the token removed like any body', async () => {
    const salon = aTelling();
    await salon.post({ method: 'GET', query, headers: {} });
    expect(salon.queued.join()).not.toContain(token);
    expect(salon.queued.join()).toContain('7230');
  });

  it('by POST with an empty body and no known name is an empty body', async () => {
    expect((await aTelling().post({ query: `token=${token}` })).status).toBe(400);
    expect((await aTelling().post({ query: 'foo=1', body: '' })).status).toBe(400);
  });
});
