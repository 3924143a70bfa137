import { expect } from '@playwright/test';
import type { Account } from './target.ts';

/** An event of a salon as the sender's webhook tells of it. */
export async function tell(
  { webhookUrl, salonId }: Record<string, unknown>,
  event: string,
  data: Record<string, unknown>,
  token = 'token-of-the-rose',
): Promise<void> {
  const body = JSON.stringify({ event, salon_id: salonId, data: { salon_id: salonId, ...data } });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const { status } = await fetch(String(webhookUrl), { method: 'POST', headers, body });
  if (status !== 200) throw new Error(`A delivery was answered ${status}.`);
}

/** Waits until a list has as many items as it is to have. */
export async function listed({ api }: Account, path: string, count: number): Promise<void> {
  await expect
    .poll(async () => ((await api('GET', path)).body as { items: unknown[] }).items.length, { timeout: 15_000 })
    .toBe(count);
}

/** The cells of a CSV as a sheet for `;` reads them: between quotes all is text, and a quote stands twice. */
export function cellsOf(csv: string): string[][] {
  const rows: string[][] = [];
  const row: string[] = [];
  let cell = '';
  const parts = csv.replace('\uFEFF', '').split('"');
  for (const [at, part] of parts.entries()) {
    const isBetweenTwo = part === '' && at > 0 && at < parts.length - 1;
    if (at % 2 === 1 || isBetweenTwo) {
      cell += at % 2 === 1 ? part : '"';
      continue;
    }
    for (const text of part.split(/(;|\r\n)/)) {
      if (text !== ';' && text !== '\r\n') cell += text;
      else {
        row.push(cell);
        cell = '';
        if (text === '\r\n') rows.push(row.splice(0));
      }
    }
  }
  return rows;
}
