import { describe, expect, it } from '@jest/globals';
import type { Manager } from '../../lib/model/reading.ts';
import { bookingEvent, dealEvent, dealOf, minute, requestOf } from './telling.ts';

const olga = { id: '12', name: 'Ольга', role: 'администратор' };

/** The manager of a deal after events that say these, one after the other. */
function managerAfter(...said: Manager[]): Manager | undefined {
  return dealOf(...said.map((manager, n) => dealEvent(n, { manager }))).manager;
}

describe('a manager', () => {
  it('said again by id keeps the name and the role said before', () => {
    expect(managerAfter(olga, { id: '12' })).toEqual(olga);
    expect(managerAfter(olga, { id: '12' }, { id: '12', role: 'директор' })).toEqual({ ...olga, role: 'директор' });
    expect(managerAfter(olga, { id: '12', name: 'Ольга Н.' })).toEqual({ ...olga, name: 'Ольга Н.' });
  });

  it('said again by name is the same, whatever its case', () => {
    expect(managerAfter(olga, { name: 'ОЛЬГА ' })).toEqual({ ...olga, name: 'ОЛЬГА ' });
    expect(managerAfter({ name: 'Ольга', role: 'администратор' }, { name: 'Ольга' })).toEqual({
      name: 'Ольга',
      role: 'администратор',
    });
  });

  it('of another id, or of another name, starts anew', () => {
    expect(managerAfter(olga, { id: '13' })).toEqual({ id: '13' });
    expect(managerAfter(olga, { id: '13', name: 'Ольга' })).toEqual({ id: '13', name: 'Ольга' });
    expect(managerAfter(olga, { name: 'Ирина' })).toEqual({ name: 'Ирина' });
    expect(managerAfter(olga, { id: '13' }, { id: '12' })).toEqual({ id: '12' });
  });

  it('that cannot be compared starts anew', () => {
    expect(managerAfter({ id: '12' }, { name: 'Ольга' })).toEqual({ name: 'Ольга' });
    expect(managerAfter({ name: 'Ольга' }, { id: '12' })).toEqual({ id: '12' });
  });

  it('stays when a role alone is said', () => {
    expect(managerAfter(olga, { role: 'директор' })).toEqual({ ...olga, role: 'директор' });
  });

  it('is told in the order of events, not of deliveries', () => {
    const rows = [dealEvent(2, { manager: { id: '12' } }), dealEvent(1, { manager: olga })];
    expect(dealOf(...rows).manager).toEqual(olga);
  });
});

describe('pipeline and staff', () => {
  const named = { id: '1', name: 'Записи' };

  it('said again by id keep the name said before, on a deal and on a request', () => {
    const said = [
      dealEvent(1, { pipeline: named, staff: named, bookingIds: ['558213'] }),
      dealEvent(2, { pipeline: { id: '1' }, staff: { id: '1' } }),
    ];
    expect(dealOf(...said)).toMatchObject({ senderPipeline: named, staff: named });
    expect(requestOf(...said).senderPipeline).toEqual(named);
    expect(requestOf(bookingEvent(1, { staff: named }), bookingEvent(2, { staff: { id: '1' } })).staff).toEqual(named);
  });

  it('keep it in the stage history, of the run and of those after it', () => {
    const deal = dealOf(
      dealEvent(1, { pipeline: named, stage: { id: '10' } }),
      dealEvent(2, { pipeline: { id: '1' }, stage: { id: '10' } }),
      dealEvent(3, { pipeline: { id: '1' }, stage: { id: '40' } }),
    );
    expect(deal.stageHistory).toEqual([
      { id: '10', pipeline: named, at: minute(1) },
      { id: '40', pipeline: named, at: minute(3) },
    ]);
  });
});
