import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});
afterAll(() => stand.close());

describe('who calls', () => {
  it('tells a member who it is and in which account, without the secret of the account', async () => {
    const { status, body, headers } = await stand.ask('GET /api/me', { as: 'viewer' });
    expect(status).toBe(200);
    expect(body).toEqual({
      subject: 'viewer',
      role: 'viewer',
      account: {
        id: 'demo',
        name: 'Демо',
        timezone: 'Europe/Moscow',
        components: ['offlineRequests', 'endToEndAnalytics'],
      },
    });
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('a new salon', () => {
  it('is switched off, with the defaults of the settings page', async () => {
    const { status, body } = await stand.ask('POST /api/salons', { body: {} });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      account: 'demo',
      version: 1,
      isActive: false,
      sendRequests: false,
      sendDeals: false,
      attributeTo: 'campaign',
      useDefaultPipeline: true,
      requestsFrom: 'any',
      requireToken: true,
      timezone: 'Europe/Moscow',
      currency: 'RUB',
      stageTypes: {},
      bookingStatuses: {},
      fieldMap: {},
      tokenSet: false,
      webhookUrl: expect.stringMatching(/^https:\/\/hooks\.example\.ru\/webhooks\/profsalon\/[\w-]{43}$/),
      silent: false,
      problems: [],
      createdAt: expect.any(String),
      updatedAt: body['createdAt'],
    });
    const again = await stand.ask('GET /api/salons/{id}', { id: String(body['id']) });
    expect(again.body).toEqual(body);
  });
});
