import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import type { Hooked } from './connect.ts';
import type { Delivery, Words } from './deliveries.ts';

/** An event that the webhook said to have queued, by our id of it, and what must be said of it. */
export interface Kept {
  id: string;
  said: { kind: string | null; answer: string };
  words: Words;
}
export interface Posted {
  /** How many times each status was answered. */
  statuses: Map<number, number>;
  kept: Kept[];
  /** Not said to be queued, and sent again: the queue may have taken them, its answer came too late. */
  unsure: Kept[];
}

const concurrency = 8;
const tries = 30;
const eventSchema = v.object({
  id: v.string(),
  kind: v.nullable(v.string()),
  status: v.string(),
  reason: v.optional(v.string()),
});
const answerSchema = v.object({ events: v.optional(v.array(eventSchema), []) });

/** Posts deliveries in their order, a few at a time, each until it is answered 200. */
export async function postAll(deliveries: readonly Delivery[], salons: readonly Hooked[]): Promise<Posted> {
  const posted: Posted = { statuses: new Map(), kept: [], unsure: [] };
  let next = 0;
  const sender = async () => {
    for (;;) {
      const delivery = deliveries[next++];
      const salon = salons[delivery?.salon ?? -1];
      if (delivery === undefined || salon === undefined) return;
      await postOne(delivery, salon, posted);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, sender));
  return posted;
}

/** Two requests that the webhook refuses: a wrong token, and a body that breaks off. */
export async function postRefused(salon: Hooked, { statuses }: Posted): Promise<void> {
  const wrong = { ...salon, token: 'another-token-than-the-salons' };
  count(
    statuses,
    (await send({ salon: 0, content: { json: { event: 'booking.created' } }, due: 0, events: [] }, wrong)).status,
  );
  count(statuses, (await posting(salon, '{"event":')).status);
}

async function postOne(delivery: Delivery, salon: Hooked, { statuses, kept, unsure }: Posted): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { status, events } = await send(delivery, salon);
    count(statuses, status);
    events.forEach(({ id, kind, status: said, reason }, at) => {
      const words = delivery.events[at];
      const answer = reason === undefined ? said : `${said} ${reason}`;
      if (words) (said === 'unavailable' ? unsure : kept).push({ id, said: { kind, answer }, words });
    });
    if (status < 500 && status !== 429) return;
    if (attempt === tries) throw new Error(`The webhook answered ${status} to one delivery ${tries} times.`);
    // The longer it lasts, the more time the queues have to empty.
    await sleep(1000 * Math.min(attempt, 10));
  }
}

async function send({ content }: Delivery, salon: Hooked) {
  const response = await ('form' in content
    ? fetch(salon.webhookUrl, { method: 'POST', body: new URLSearchParams(`token=${salon.token}&${content.form}`) })
    : posting(salon, JSON.stringify(content.json)));
  const answer = v.safeParse(answerSchema, await response.json());
  return { status: response.status, events: answer.success ? answer.output.events : [] };
}

async function posting({ webhookUrl, token }: Hooked, body: string): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return fetch(webhookUrl, { method: 'POST', headers, body });
}

function count(statuses: Map<number, number>, status: number): void {
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
}
