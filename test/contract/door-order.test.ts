import { describe, expect, it } from '@jest/globals';
import type { Sent } from './door.ts';
import { aTelling, E, hookKey } from './told.ts';

const deal = E('deal.updated', { id: 5 });
const wrongToken = { 'x-salon-token': 'another-token' };
const tooLarge = JSON.stringify({ ...deal, note: 'x'.repeat(1_048_577) });
const broken = '{"event":';
const elsewhere = { event: 'deal.updated', salon: { id: 7 }, data: { id: 5 } };

async function answer(settings: object, sent: Sent): Promise<[number, string | undefined]> {
  const { status, code, events } = await aTelling(settings).post(sent);
  return [status, code ?? events[0]?.reason ?? events[0]?.status];
}

/** Of two faults the one named first is answered. */
describe('the order of the door', () => {
  it.each<[string, object, Sent, [number, string]]>([
    ['hook key before size', {}, { path: 'k'.repeat(40), body: tooLarge }, [401, 'invalid_token']],
    ['hook key before decode', {}, { path: 'k'.repeat(40), body: broken }, [401, 'invalid_token']],
    [
      'an ended hook key before size',
      { hookKeys: [{ key: hookKey, endsAt: '2026-11-26T11:00:00.000Z' }] },
      { body: tooLarge },
      [401, 'invalid_token'],
    ],
    ['size before decode', {}, { body: `${tooLarge.slice(0, -1)},` }, [413, 'too_large']],
    ['size before the coding', {}, { headers: { 'content-encoding': 'gzip' }, body: tooLarge }, [413, 'too_large']],
    ['size before token', {}, { headers: wrongToken, body: tooLarge }, [413, 'too_large']],
    ['decode before token', {}, { headers: wrongToken, body: broken }, [400, 'invalid_body']],
    [
      'the media type before token',
      {},
      { headers: { ...wrongToken, 'content-type': 'text/plain' }, body: 'hello there' },
      [415, 'unsupported_media_type'],
    ],
    ['the number of events before token', {}, { headers: wrongToken, body: Array(101).fill(deal) }, [413, 'too_large']],
    ['token before active', { isActive: false }, { headers: wrongToken, body: deal }, [401, 'invalid_token']],
    ['token before salon', {}, { headers: wrongToken, body: elsewhere }, [401, 'invalid_token']],
    ['active before salon', { isActive: false }, { body: elsewhere }, [200, 'integration_inactive']],
    ['active before kind', { isActive: false }, { body: { hello: 1 } }, [200, 'integration_inactive']],
    ['salon before kind', {}, { body: { salon: { id: 7 }, hello: 1 } }, [200, 'other_salon']],
    [
      'salon before what is switched off',
      { sendDeals: false, sendRequests: false },
      { body: elsewhere },
      [200, 'other_salon'],
    ],
    ['nothing amiss', {}, { body: deal }, [200, 'accepted']],
  ])('%s', async (_, settings, sent, expected) => {
    expect(await answer(settings, sent)).toEqual(expected);
  });
});
