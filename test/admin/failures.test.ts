import { describe, expect, it } from '@jest/globals';
import type { Context } from 'aws-lambda';
import { adminHandler, type AdminDeps } from '../../lib/http/admin.ts';
import { KeysUnavailable } from '../../lib/http/token-keys.ts';
import type { Acts } from '../../lib/model/acts.ts';
import { anAccount } from '../build/settings.ts';
import { anEvent } from './stand.ts';

/** A handler whose one member is an admin, and what it logged. */
function aHandler(over: Partial<AdminDeps> = {}, routeKey = 'GET /api/salons', body?: unknown) {
  const logged: unknown[] = [];
  const handler = adminHandler({
    subjectOf: () => Promise.resolve('anna'),
    findMember: (subject) =>
      Promise.resolve({ v: 1, subject, role: 'admin', accountKey: 'demo', createdAt: '2026-03-01T00:00:00.000Z' }),
    findAccount: () => Promise.resolve(anAccount()),
    isOutage: () => false,
    acts: {
      'GET /api/salons': () => Promise.reject(new RangeError('МЕТКА in a message')),
    } as Partial<Acts> as Acts,
    log: (line) => logged.push(line),
    leave: (_call, answer) => Promise.resolve(answer),
    ...over,
  });
  return { logged, ask: () => handler(anEvent(routeKey, {}, { body }), {} as Context) };
}

describe('a body that is no object', () => {
  it.each([[[]], [[{ isActive: false }]], ['text'], [null], [7]])('is refused before any act: %j', async (body) => {
    const acts: string[] = [];
    const act = () => Promise.resolve({ created: acts.push('created') });
    const { ask } = aHandler({ acts: { 'POST /api/salons': act } as unknown as Acts }, 'POST /api/salons', body);
    const { statusCode, body: answer } = await ask();
    expect([statusCode, JSON.parse(answer ?? '')]).toMatchObject([400, { error: { code: 'invalid_request' } }]);
    expect(acts).toEqual([]);
  });
});

describe('a failure that nobody expected', () => {
  it('is an answer without details, and one line of the log with the name of the error alone', async () => {
    const { ask, logged } = aHandler();
    const { statusCode, body } = await ask();
    expect(statusCode).toBe(500);
    expect(JSON.parse(body ?? '')).toEqual({ error: { code: 'internal', message: 'Внутренняя ошибка' } });
    expect(logged).toEqual([{ route: 'GET /api/salons', error: 'RangeError' }]);
  });

  it('is temporary when the keys of the issuer cannot be had', async () => {
    const { ask, logged } = aHandler({ subjectOf: () => Promise.reject(new KeysUnavailable('МЕТКА')) });
    const { statusCode, headers, body } = await ask();
    expect(statusCode).toBe(503);
    expect(headers).toMatchObject({ 'retry-after': '5', 'cache-control': 'no-store' });
    expect(JSON.parse(body ?? '')).toMatchObject({ error: { code: 'unavailable' } });
    expect(JSON.stringify(logged)).not.toContain('МЕТКА');
  });
});
