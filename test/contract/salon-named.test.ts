import { describe, expect, it } from '@jest/globals';
import { readOf } from './read.ts';
import { aTelling } from './told.ts';

/** What the door answers about an event of booking 5; settings: salon 1042, login msc_myata_arbat. */
async function answer(around: object, data: object = {}): Promise<string | undefined> {
  const { events } = await aTelling().post({ body: { event: 'booking.updated', ...around, data: { id: 5, ...data } } });
  return events[0]?.reason ?? events[0]?.status;
}

describe('the salon of an event', () => {
  it.each([
    [{ salon: { id: 1042 } }],
    [{ salon: { id: ' 1042 ' } }],
    [{ salon: { id: '1042.0' } }],
    [{ salon_id: 1042 }],
    [{ salonId: '1042' }],
    [{ filial_id: 1042 }],
    [{ filial: { id: 1042 } }],
    [{ company_id: '1042' }],
    [{ company: { id: 1042 } }],
    [{ salon_login: 'msc_myata_arbat' }],
    [{ salon: { login: ' MSC_Myata_ARBAT ' } }],
    [{ salon: 1042 }],
    [{ salon: '{"id":1042}' }],
    [{ salon: [{ id: 1042 }] }],
  ])('is the connected one: %j', async (around) => {
    expect(await answer(around)).toBe('accepted');
  });

  it.each([
    [{ salon: { id: 1043 } }],
    [{ salon_id: '7' }],
    [{ SALON_ID: 7 }],
    [{ filial_id: 7 }],
    [{ company_id: 7 }],
    [{ salon_login: 'msc_myata_arbat_2' }],
    [{ salon: { id: 7, login: 'other' } }],
    [{ company: { id: 7 }, salon_login: 'other' }],
  ])('is another one when nothing that is named is the connected one: %j', async (around) => {
    expect(await answer(around)).toBe('other_salon');
  });

  it.each([
    [{ salon: { id: 7, login: 'msc_myata_arbat' } }],
    [{ salon: { id: 1042, login: 'renamed' } }],
    [{ salon_id: 7, filial_id: 1042 }],
    [{ company_id: 7, salon_id: 1042 }],
  ])('is the connected one when one of those named is: %j', async (around) => {
    expect(await answer(around)).toBe('accepted');
  });

  it.each([[{}], [{ salon: { name: 'Мята, Тверская' } }], [{ salon: { id: '', login: null } }], [{ salon: [] }]])(
    'is not another one when no id and no login is named: %j',
    async (around) => {
      expect(await answer(around)).toBe('accepted');
    },
  );

  it.each(['Мята', 'Myata', 'Myata Arbat', 'myata-arbat.ru'])(
    'is named by its name alone when a word stands there, which is neither id nor login: %s',
    async (salon) => {
      expect(await answer({ salon })).toBe('accepted');
      expect(await answer({}, { salon })).toBe('accepted');
    },
  );

  it('is named by its id when digits stand there', async () => {
    expect(await answer({ salon: '1042' })).toBe('accepted');
    expect(await answer({ salon: 7 })).toBe('other_salon');
    expect(await answer({ filial: '7' })).toBe('other_salon');
  });

  it('may be told flat: zone and currency, too', () => {
    const flat = { salon_id: 1042, salon_timezone: 'Asia/Yekaterinburg', salonCurrency: 'KZT' };
    const { reading } = readOf({ event: 'deal.updated', ...flat, data: { id: 5, created_at: '2026-11-20 10:00:00' } });
    expect(reading).toMatchObject({ createdAt: { at: '2026-11-20T05:00:00.000Z' }, currency: 'KZT' });
  });

  it('may be named in the object, too', async () => {
    expect(await answer({}, { salon_id: 7 })).toBe('other_salon');
    expect(await answer({}, { salon: { id: 1042 } })).toBe('accepted');
    expect(await answer({}, { filial: { id: 7 } })).toBe('other_salon');
  });

  it('is not named by a company inside an object: that is the client’s, but in bodies of a YCLIENTS `resource`', async () => {
    expect(await answer({}, { company_id: 7 })).toBe('accepted');
    expect(await answer({}, { company: { id: 7, name: 'ООО' } })).toBe('accepted');
    expect(await answer({ resource: 'record', status: 'update', event: undefined }, { company_id: 7 })).toBe(
      'other_salon',
    );
    expect(await answer({ resource: 'record', status: 'update', event: undefined }, { company: { id: 7 } })).toBe(
      'other_salon',
    );
    expect(await answer({ resource: 'record', event: undefined }, { client: { company_id: 7 } })).toBe('accepted');
  });

  it('gives zone and currency, each warned when it is not that of the settings', () => {
    const salon = { id: 1042, timezone: 'Asia/Yekaterinburg', currency: 'kzt' };
    const { reading, warnings } = readOf({
      event: 'deal.updated',
      salon,
      data: { id: 5, created_at: '2026-11-20 10:00:00' },
    });
    expect(reading).toMatchObject({ createdAt: { at: '2026-11-20T05:00:00.000Z' }, currency: 'KZT' });
    expect(warnings.map((warning) => warning.split(':')[0])).toEqual(['salon.timezone', 'salon.currency']);
  });

  it('gives no zone and no currency as a client’s company', () => {
    const company = { timezone: 'Asia/Tokyo', currency: 'JPY' };
    const { reading, warnings } = readOf({
      event: 'deal.updated',
      data: { id: 5, created_at: '2026-11-20 10:00:00', company },
    });
    expect(reading).toMatchObject({ createdAt: { at: '2026-11-20T07:00:00.000Z' } });
    expect(reading.currency).toBeUndefined();
    expect(warnings).toEqual([]);
  });

  it('has names that are read, so that they are no unknown fields', () => {
    const salon = { id: 1042, login: 'msc_myata_arbat', name: 'Мята', timezone: 'Europe/Moscow', currency: 'RUB' };
    expect(readOf({ event: 'deal.updated', salon, data: { id: 5 } }).unknownPaths).toEqual([]);
  });
});
