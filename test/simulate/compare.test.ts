import { describe, expect, it } from '@jest/globals';
import type { Item } from '../../commands/api/pages.ts';
import { compare } from '../../commands/simulate/compare.ts';
import { stages, type Fact, type Visit } from '../../commands/simulate/facts.ts';
import { isClean } from '../../commands/simulate/report.ts';
import { salonPlans } from '../../commands/simulate/salons.ts';

const [plan] = salonPlans(1);
const salons = [{ ...plan!, key: 'k', webhookUrl: 'http://x/webhooks/profsalon/k', token: 't' }];
const client = { id: '9', name: 'Анна', phone: '+79161234567' };
const made: Fact = {
  ...{ kind: 'deal', act: 'created', id: '5', at: Date.UTC(2026, 2, 14, 9), origin: 'widget', client },
  ...{ title: 'Стрижка', amount: 350_050, stage: stages.booked, moved: true },
};
const paid: Fact = {
  ...{ kind: 'deal', act: 'updated', id: '5', at: Date.UTC(2026, 2, 14, 12), origin: 'widget' },
  ...{ stage: stages.paid, moved: true, paid: 350_000 },
};
const visit: Visit = { salon: 0, early: false, dealId: '5', way: 'widget', facts: [made, paid] };

const request = {
  ...{ id: 'k.d.5', extId: '5', salon: 'k', salonId: '2001', dateTime: '2026-03-14T09:00:00.000Z' },
  ...{ name: 'Анна', phone: '+79161234567', bookingStatus: 'came', currency: 'RUB', origin: 'widget' },
  ...{ campaignId: '318712', attribution: { step: 'default', reason: 'default_campaign' } },
  ...{ noContact: false, hidden: [] },
};
const deal = {
  ...{ id: 'k.d.5', extId: '5', salon: 'k', salonId: '2001', name: 'Стрижка', revenue: 350_050, paidAmount: 350_000 },
  ...{ currency: 'RUB', createdDateTime: '2026-03-14T09:00:00.000Z', modifiedDateTime: '2026-03-14T12:00:00.000Z' },
  closedDateTime: '2026-03-14T12:00:00.000Z',
  pipeline: { id: 'default', name: 'Сделки из ПрофСалона' },
  senderPipeline: { id: '1', name: 'Записи' },
  stage: { id: '40', name: 'Оплачено', type: 'success', order: 40 },
  ...{ contact: client, deleted: false, hidden: [] },
};
const words = { kind: 'deal', answer: 'accepted', status: 'done', deal: 'done', request: 'done' } as const;
const kept = ['a', 'b'].map((id) => ({ id, said: { kind: 'deal', answer: 'accepted' }, words }));
const line = (id: string) => ({ id, status: 'done', deal: { outcome: 'done' }, request: { outcome: 'done' } });
const whole = { requests: [request] as Item[], deals: [deal] as Item[], lines: [line('a'), line('b')] as Item[] };

const counts = (found: typeof whole) => {
  const { missing, besides } = compare([visit], salons, { kept, unsure: [] }, found);
  return [missing.length, besides.length];
};

describe('the list of what must be there', () => {
  it('finds nothing where all is as the contract says', () => {
    expect(compare([visit], salons, { kept, unsure: [] }, whole)).toEqual({ missing: [], besides: [], unsure: 0 });
  });

  it.each<[string, Partial<typeof whole>, number[]]>([
    ['a request that is not there', { requests: [] }, [1, 0]],
    ['a request that is there twice', { requests: [request, request] }, [0, 1]],
    ['another value of a field', { deals: [{ ...deal, revenue: 35_005 }] }, [1, 1]],
    ['a field that nobody told', { requests: [{ ...request, email: 'a@b.ru' }] }, [1, 1]],
    ['a line that is lost', { lines: [line('a')] }, [1, 0]],
    ['a line of another event', { lines: [line('a'), line('b'), line('c')] }, [0, 1]],
    ['another outcome', { lines: [line('a'), { ...line('b'), status: 'failed' }] }, [1, 1]],
  ])('sees %s', (_title, over, expected) => {
    expect(counts({ ...whole, ...over })).toEqual(expected);
  });

  it('expects no request of a visit that was told before requests were passed on', () => {
    const { besides } = compare([{ ...visit, early: true }], salons, { kept, unsure: [] }, whole);
    expect(besides).toHaveLength(1);
    expect(besides[0]).toMatch(/^request /);
  });

  it('allows a line of an event that was answered 503 and sent again, once', () => {
    const posted = { kept, unsure: kept.slice(0, 1) };
    const twice = { ...whole, lines: [...whole.lines, line('a')] };
    expect(compare([visit], salons, posted, twice)).toEqual({ missing: [], besides: [], unsure: 1 });
    const thrice = { ...whole, lines: [...twice.lines, line('a')] };
    expect(compare([visit], salons, posted, thrice)).toMatchObject({ besides: [expect.any(String)], unsure: 1 });
    expect(compare([visit], salons, posted, whole)).toEqual({ missing: [], besides: [], unsure: 0 });
  });

  it('is not met while an accepted event is neither in the journal nor in the queue', () => {
    const posted = { statuses: new Map([[200, 2]]), kept, unsure: [] };
    const run = { posted, found: whole, difference: { missing: [], besides: [], unsure: 0 } };
    expect(isClean({ ...run, queued: 0 })).toBe(true);
    expect(isClean({ ...run, found: { ...whole, lines: [line('a')] }, queued: 0 })).toBe(false);
    expect(isClean({ ...run, found: { ...whole, lines: [line('a')] }, queued: undefined })).toBe(false);
  });
});
