import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { salonMarks } from '../../lib/store/records.ts';
import { deciding } from '../build/settings.ts';
import { deliveries } from './deliver.ts';
import { startStand, type Answer, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});
afterAll(() => stand.close());

const connect = (key: string) => deliveries(stand).connect({ key, salonId: `Salon-${key}` });
const mark = (key: string) => salonMarks(stand.tables.records, () => new Date()).markSalon(key);
const book = (salonKey: string, settings = deciding()) =>
  deliveries(stand).deliver({ event: 'booking.created', data: { id: 5 } }, { salonKey, settings });
const save = (id: string, body: object): Promise<Answer> =>
  stand.ask('PUT /api/salons/{id}', { id, body: { version: 1, ...body } });

const refused = {
  error: { code: 'invalid_settings', message: expect.any(String), fields: { salonId: 'has_records' } },
};

describe('the id of a salon that has a record', () => {
  it.each([
    ['marked', mark],
    ['told', book],
  ])('stays: %s', async (key, haveRecord: (key: string) => Promise<unknown>) => {
    await connect(key);
    await haveRecord(key);
    const { status, body } = await save(key, { salonId: '2044' });
    expect([status, body]).toEqual([400, refused]);
    expect((await save(key, { salonId: null, isActive: false })).body).toEqual(refused);
    expect(await stand.settings.findSalon('demo', key)).toMatchObject({ salonId: `Salon-${key}`, version: 1 });
  });

  it('may be written otherwise', async () => {
    await connect('respelled');
    await mark('respelled');
    expect((await save('respelled', { salonId: ' SALON-respelled ' })).body).toMatchObject({
      salonId: 'SALON-respelled',
    });
  });

  it('does not hinder other saves, not even of the whole page', async () => {
    await connect('saved');
    await mark('saved');
    const { body: page } = await stand.ask('GET /api/salons/{id}', { id: 'saved' });
    expect((await save('saved', { ...page, salonName: 'Мята', isActive: false })).status).toBe(200);
  });

  it('may be given when there was none', async () => {
    const { body } = await stand.ask('POST /api/salons', { body: {} });
    await mark(String(body['id']));
    expect((await save(String(body['id']), { salonId: '2045' })).status).toBe(200);
  });
});

describe('the id of a salon that has none', () => {
  it('may be changed, also when all that came was of another salon or of the neighbour', async () => {
    await connect('wrong');
    await connect('neighbour');
    await book('wrong', deciding({ isActive: false }));
    await book('neighbour');
    await mark('neighbour');
    expect((await save('wrong', { salonId: '2046' })).body).toMatchObject({ salonId: '2046' });
  });
});
