import { expect } from './browser.ts';
import { deliver, newSalon, salonOf, type Account } from './target.ts';

/** A salon of an account that has ignored bookings, and would take them today. */
export async function withIgnored(account: Account, bookings: number): Promise<string> {
  const salon = await newSalon(account, { sendRequests: false });
  for (let id = 1; id <= bookings; id++) await deliver(String(salon['webhookUrl']), 'token-of-the-rose', { id });
  await expect
    .poll(
      async () => ((await account.api('GET', '/api/events?status=ignored')).body as { items: unknown[] }).items.length,
    )
    .toBe(bookings);
  const { version } = await salonOf(account, salon.id);
  expect((await account.api('PUT', `/api/salons/${salon.id}`, { version, sendRequests: true })).status).toBe(200);
  return salon.id;
}
