import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Context } from 'aws-lambda';
import { TryAgain } from '../../lib/model/try-again.ts';
import { dynamoClient } from '../../lib/store/client.ts';
import { dynamoTable } from '../../lib/store/dynamo-table.ts';
import { isOutage } from '../../lib/store/outage.ts';
import { startIssuer } from './issuer.ts';
import { anEvent, answerOf, environment } from './stand.ts';

const before = { ...process.env };
afterAll(() => {
  process.env = before;
});

/** What a test makes of a database whose every answer is this. */
async function over<T>(answer: (response: ServerResponse) => void, make: (endpoint: string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      answer(response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await make(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** What reading an item throws. */
function failureOf(answer: (response: ServerResponse) => void): Promise<unknown> {
  return over(answer, async (endpoint) => {
    Object.assign(process.env, environment('', endpoint));
    const client = dynamoClient({ attempts: 1, timeoutMs: 200, connectMs: 200 });
    const read = dynamoTable(client, 'settings').get('a', 'b');
    const failure: unknown = await read.catch((error: unknown) => error);
    client.destroy();
    return failure;
  });
}

function refusal(status: number, name: string) {
  return (response: ServerResponse) => {
    const body = JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'МЕТКА' });
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(body);
  };
}

describe('a database that cannot be had', () => {
  it.each<[string, (response: ServerResponse) => void]>([
    ['fails by itself', refusal(500, 'InternalServerError')],
    ['is unavailable', refusal(503, 'ServiceUnavailable')],
    ['answers 502 without a word', (response) => response.writeHead(502).end()],
    ['throttles', refusal(400, 'ThrottlingException')],
    ['has no capacity left', refusal(400, 'ProvisionedThroughputExceededException')],
    ['has too many requests', refusal(400, 'RequestLimitExceeded')],
    ['never answers', () => undefined],
  ])('is one that %s', async (_how, answer) => {
    expect(isOutage(await failureOf(answer))).toBe(true);
  });

  it.each([
    ['refuses what was asked', refusal(400, 'ValidationException')],
    ['has no such table', refusal(400, 'ResourceNotFoundException')],
    ['does not let us', refusal(400, 'AccessDeniedException')],
  ])('is not one that %s: that is for us to mend', async (_how, answer) => {
    const failure = await failureOf(answer);
    expect(failure).toBeInstanceOf(Error);
    expect(isOutage(failure)).toBe(false);
  });

  it.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND'])('is one to which the connection fails: %s', (code) => {
    // Made by hand: jest's realm hides the codes of real ones from the SDK, which wraps what is no Error to it.
    expect(isOutage(Object.assign(new Error('МЕТКА'), { code }))).toBe(true);
  });

  it('is one in which an item never gets its turn, and no error of our own', () => {
    expect(isOutage(new TryAgain('settings change too often'))).toBe(true);
    expect(isOutage(new RangeError('МЕТКА'))).toBe(false);
    expect(isOutage(undefined)).toBe(false);
  });
});

describe('the API over a database that is down', () => {
  it('says that it will be back, and nothing else', async () => {
    const tokens = await startIssuer();
    const { status, headers, text, body } = await over(refusal(503, 'ServiceUnavailable'), async (endpoint) => {
      Object.assign(process.env, environment(tokens.jwksUrl, endpoint));
      const { handler } = await import('../../functions/admin.ts');
      const event = anEvent('GET /api/me', { authorization: `Bearer ${await tokens.token('viewer')}` });
      return answerOf(await handler(event, {} as Context));
    });
    tokens.close();
    expect(status).toBe(503);
    expect(headers).toMatchObject({ 'retry-after': '5' });
    expect(body).toEqual({ error: { code: 'unavailable', message: expect.any(String) } });
    expect(text).not.toContain('МЕТКА');
  });
});
