import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStand, type Stand } from './stand.ts';

describe('a catalog as a table', () => {
  let stand: Stand;
  let bearer = '';
  beforeAll(async () => {
    stand = await startStand();
    bearer = `Bearer ${await stand.tokens.token('admin')}`;
  });
  afterAll(() => stand.close());
  const put = (bytes: Buffer, version: string, type = 'text/csv') =>
    stand.ask('PUT /api/catalog/campaigns', {
      query: { version },
      event: {
        headers: { authorization: bearer, 'content-type': type },
        body: bytes.toString('base64'),
        isBase64Encoded: true,
      },
    });
  const items = [
    { id: '5', name: 'Лето; "скидка"\nв июле', status: 'inactive', siteId: '7' },
    { id: '-1', name: 'Без кампании', status: 'active' },
  ];
  const table = (separator: string) =>
    ['id,name,status,siteId,ещё', '5,"Лето; ""скидка""\nв июле",inactive,7,x', '-1,Без кампании,,,', ',,,,', '']
      .join('\r\n')
      .replaceAll(',', separator);

  it('is saved in UTF-8 with a mark, and with commas', async () => {
    const { status, body } = await put(Buffer.from(`\uFEFF${table(';')}`), '0');
    expect([status, body]).toEqual([200, { items, version: 1, isManaged: false }]);
    expect((await put(Buffer.from(table(',')), '1', 'Text/CSV; charset=utf-8')).body).toEqual({
      items,
      version: 2,
      isManaged: false,
    });
  });

  it('is saved in Windows-1251, in which Russian Excel saves', async () => {
    const bytes = Buffer.from('id;name\r\n9;');
    const word = Buffer.from([0xcb, 0xe5, 0xf2, 0xee]);
    expect((await put(Buffer.concat([bytes, word]), '2')).body).toEqual({
      items: [{ id: '9', name: 'Лето', status: 'active' }],
      version: 3,
      isManaged: false,
    });
  });

  it('is refused by field, and where somebody saved meanwhile', async () => {
    expect((await put(Buffer.from('id;name\n;Лето'), '3')).body).toMatchObject({
      error: { fields: { 'items.0.id': 'required' } },
    });
    expect((await put(Buffer.from('id;name\n5;Лето'), '1')).status).toBe(409);
    expect((await put(Buffer.from('id;name\n5;Лето'), 'x')).status).toBe(400);
  });
});
