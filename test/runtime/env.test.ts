import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../../lib/runtime/env.ts';

const webhook = {
  SETTINGS_TABLE: 'settings',
  BOOKINGS_QUEUE_URL: 'http://127.0.0.1:9324/bookings',
  DEALS_QUEUE_URL: 'http://127.0.0.1:9324/deals',
};

describe('readEnvironment', () => {
  it("gives a function's own variables and nothing else", () => {
    expect(readEnvironment('webhook', { ...webhook, HOME: '/root' })).toEqual(webhook);
  });

  it('names the variables that are missing or malformed, and never says their values', () => {
    const read = () =>
      readEnvironment('webhook', { SETTINGS_TABLE: '', BOOKINGS_QUEUE_URL: 'secret', DEALS_QUEUE_URL: undefined });
    expect(read).toThrow(
      'Environment of webhook: missing or malformed: SETTINGS_TABLE, BOOKINGS_QUEUE_URL, DEALS_QUEUE_URL',
    );
  });
});
