import { describe, expect, it } from '@jest/globals';
import { aTelling, E, type Telling } from './told.ts';

const noon = '2026-11-26T12:00:00.000Z';
const version = async (salon: Telling) => (await salon.deal('5')).modifiedDateTime;

describe('the version of an event is', () => {
  const times = {
    updated_at: '2026-11-20T01:00:00Z',
    stage_changed_at: '2026-11-20T02:00:00Z',
    created_at: '2026-11-20T04:00:00Z',
  };
  const without = (...names: string[]) =>
    Object.fromEntries(Object.entries(times).filter(([name]) => !names.includes(name)));
  const occurred = { occurred_at: '2026-11-20T03:00:00Z' };

  it.each<[string, object, string, boolean]>([
    ['updated_at', E('deal.created', { id: 5, ...times }, occurred), '2026-11-20T01:00:00.000Z', false],
    [
      'else stage_changed_at',
      E('deal.created', { id: 5, ...without('updated_at') }, occurred),
      '2026-11-20T02:00:00.000Z',
      false,
    ],
    [
      'else occurred_at',
      E('deal.created', { id: 5, ...without('updated_at', 'stage_changed_at') }, occurred),
      '2026-11-20T03:00:00.000Z',
      false,
    ],
    [
      'else created_at of a created event',
      E('deal.created', { id: 5, ...without('updated_at', 'stage_changed_at') }),
      '2026-11-20T04:00:00.000Z',
      false,
    ],
    ['else the receive time', E('deal.updated', { id: 5, ...without('updated_at', 'stage_changed_at') }), noon, true],
    ['the receive time of an event without any time', E('deal.created', { id: 5 }), noon, true],
  ])('%s', async (_, event, expected, undated) => {
    const salon = aTelling();
    await salon.tell(event);
    expect(await version(salon)).toBe(expected);
    expect((await salon.deal('5')).events).toMatchObject([{ dateTime: expected, receivedAt: noon }]);
    expect(await salon.lastLine()).toMatchObject({ undated });
  });
});

describe('a version without seconds, or without a time', () => {
  it.each<[string, object, object, string]>([
    [
      'takes occurred_at in the same minute',
      { updated_at: '26.11.2026 14:58' },
      { occurred_at: '2026-11-26T11:58:40Z' },
      '2026-11-26T11:58:40.000Z',
    ],
    [
      'takes occurred_at on the same day',
      { updated_at: '26.11.2026' },
      { occurred_at: '2026-11-26T08:00:00Z' },
      '2026-11-26T08:00:00.000Z',
    ],
    ['else the receive time in the same minute', { updated_at: '26.11.2026 15:00' }, {}, '2026-11-26T12:00:00.000Z'],
    ['else the receive time on the same day of the salon', { updated_at: '26.11.2026' }, {}, noon],
    [
      'is else the beginning of its minute',
      { updated_at: '26.11.2026 14:58' },
      { occurred_at: '2026-11-26T11:50:00Z' },
      '2026-11-26T11:58:00.000Z',
    ],
    [
      'is else the beginning of its day',
      { updated_at: '25.11.2026' },
      { occurred_at: '2026-11-26T11:50:00Z' },
      '2026-11-24T21:00:00.000Z',
    ],
    [
      'with seconds stays',
      { updated_at: '26.11.2026 14:58:00' },
      { occurred_at: '2026-11-26T11:58:40Z' },
      '2026-11-26T11:58:00.000Z',
    ],
  ])('%s', async (_, data, around, expected) => {
    const salon = aTelling();
    await salon.tell(E('deal.updated', { id: 5, ...data }, around));
    expect(await version(salon)).toBe(expected);
  });
});

describe('a time more than 5 minutes after the receive time', () => {
  it('is clamped to it, and warned on line and record', async () => {
    const salon = aTelling();
    await salon.tell(E('deal.updated', { id: 5, created_at: '2027-01-01', updated_at: '2027-01-01 10:00:00' }));
    expect(await salon.deal('5')).toMatchObject({ createdDateTime: noon, modifiedDateTime: noon });
    expect((await salon.lastLine()).warnings).toHaveLength(2);
    expect((await salon.deal('5')).warnings.length).toBeGreaterThanOrEqual(2);
  });

  it('is clamped as the time of a stage and of a closing, too', async () => {
    const salon = aTelling();
    const far = '2027-01-01T00:00:00Z';
    await salon.tell(E('deal.updated', { id: 5, stage: { id: 142 }, stage_changed_at: far, closed_at: far }));
    expect(await salon.deal('5')).toMatchObject({ modifiedStageDateTime: noon, closedDateTime: noon });
  });

  it('is left alone within 5 minutes', async () => {
    const salon = aTelling();
    await salon.tell(E('deal.updated', { id: 5, updated_at: '2026-11-26T12:04:00Z' }));
    expect(await salon.deal('5')).toMatchObject({ modifiedDateTime: '2026-11-26T12:04:00.000Z', warnings: [] });
  });

  it('is clamped to the receive time of the earliest delivery of the event', async () => {
    const salon = aTelling();
    const event = E('deal.updated', { id: 5, updated_at: '2027-01-01 10:00:00' });
    await salon.tellAt(['2026-11-20T12:00:00.000Z', event], ['2026-11-21T12:00:00.000Z', event]);
    expect(await version(salon)).toBe('2026-11-20T12:00:00.000Z');
    expect((await salon.deal('5')).events).toHaveLength(1);
  });
});

describe('events are ordered by', () => {
  const at = (event: string, occurred_at: string, name: string) => E(event, { id: 5, name }, { occurred_at });

  it('version, whatever came first', async () => {
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const salon = aTelling();
      const told = [
        at('deal.updated', '2026-11-20T03:00:00Z', 'third'),
        at('deal.updated', '2026-11-20T01:00:00Z', 'first'),
        at('deal.updated', '2026-11-20T02:00:00Z', 'second'),
      ];
      await salon.tellShuffled(told, { order, times: 2 });
      expect(await salon.deal('5')).toMatchObject({ name: 'third', createdDateTime: '2026-11-20T01:00:00.000Z' });
    }
  });

  it('then kind: created before updated before cancelled before deleted', async () => {
    const same = '2026-11-20T01:00:00Z';
    const told = [
      at('deal.deleted', same, 'd'),
      at('deal.cancelled', same, 'c'),
      at('deal.updated', same, 'b'),
      at('deal.created', same, 'a'),
    ];
    for (const order of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
    ]) {
      const salon = aTelling();
      await salon.tellShuffled(told, { order });
      const deal = await salon.deal('5');
      expect(deal.events.map(({ act }) => act)).toEqual(['created', 'updated', 'cancelled', 'deleted']);
      expect(deal).toMatchObject({ name: 'd', deleted: true });
    }
  });

  it('then receive time', async () => {
    const salon = aTelling();
    const same = '2026-11-20T01:00:00Z';
    await salon.tellShuffled([at('deal.updated', same, 'earlier'), at('deal.updated', same, 'later')], {
      order: 'reversed',
    });
    expect(await salon.deal('5')).toMatchObject({ name: 'later' });
  });
});

describe('deliveries of one event', () => {
  it('count as one, at the earliest receive time', async () => {
    const salon = aTelling();
    const [one, two] = ['a', 'b'].map((name, at) =>
      E('deal.updated', { id: 5, name }, { occurred_at: `2026-11-2${at}T00:00:00Z` }),
    );
    await salon.tell(one, two, one, one);
    expect(await salon.deal('5')).toMatchObject({ name: 'b' });
    expect((await salon.deal('5')).events).toHaveLength(2);
    expect(await salon.lines()).toHaveLength(4);
  });

  it('of one without any time of its own count anew', async () => {
    const salon = aTelling();
    const [one, two] = ['a', 'b'].map((name) => E('deal.updated', { id: 5, name }));
    await salon.tell(one, two, one);
    expect(await salon.deal('5')).toMatchObject({ name: 'a' });
    expect((await salon.deal('5')).events).toHaveLength(3);
    expect((await salon.lines()).map(({ undated }) => undated)).toEqual([true, true, true]);
  });

  it('take the reading with the largest replay number', async () => {
    const event = E('booking.updated', { id: 5, starts_at: '2026-12-05 10:00', updated_at: '2026-11-20T00:00:00Z' });
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
    ]) {
      const salon = aTelling();
      await salon.post({ body: event });
      const message = JSON.parse(salon.queued.splice(0)[0]!) as { settings: object };
      const replayed = (replay: number, timezone: string) =>
        JSON.stringify({ ...message, replay, settings: { ...message.settings, timezone } });
      const all = [JSON.stringify(message), replayed(1, 'Asia/Omsk'), replayed(2, 'Asia/Vladivostok')];
      salon.queued.push(...order.map((place) => all[place]!));
      await salon.work();
      expect(await salon.request('5')).toMatchObject({ startsAt: '2026-12-05T00:00:00.000Z' });
    }
  });
});
