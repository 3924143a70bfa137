import { describe, expect, it } from '@jest/globals';
import { aTelling, E } from './told.ts';

describe('a telling', () => {
  it('tells a booking and a deal through door and worker, and shows them', async () => {
    const salon = aTelling();
    await salon.tell(
      E('booking.created', { id: 7403, client: { name: 'Анна' } }),
      E('deal.created', { id: 9001, amount: 100, stage: 'Новая' }),
    );
    expect(await salon.request('7403')).toMatchObject({ extId: '7403', name: 'Анна', bookingStatus: 'new' });
    expect(await salon.deal('9001')).toMatchObject({ revenue: 10_000, stage: { name: 'Новая', type: 'in_process' } });
    expect((await salon.requests()).map(({ extId }) => extId)).toEqual(['7403', '9001']);
    expect((await salon.deals()).map(({ extId }) => extId)).toEqual(['9001']);
    expect((await salon.pipelines()).map(({ id }) => id)).toEqual(['default']);
    expect((await salon.lines()).map(({ status }) => status)).toEqual(['done', 'done']);
    expect(await salon.eventsListed()).toHaveLength(2);
  });
});
