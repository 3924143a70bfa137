import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Context } from 'aws-lambda';
import { invoke } from '../../local/lambda/invoke.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

describe('An invocation', () => {
  it.each([
    ['back', -3_600_000],
    ['forward', 3_600_000],
  ])('has as much time left when the clock jumps an hour %s', async (_, jump) => {
    const handler = (_event: object, context: Context) => {
      const later = Date.now() + jump;
      jest.spyOn(Date, 'now').mockReturnValue(later);
      return context.getRemainingTimeInMillis();
    };
    const { value } = (await invoke({ name: 'any', handler, timeoutSeconds: 2 }, {})) as { value: number };
    expect(value).toBeGreaterThan(1000);
    expect(value).toBeLessThanOrEqual(2000);
  });
});
