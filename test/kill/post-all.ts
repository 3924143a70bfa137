import { setTimeout as sleep } from 'node:timers/promises';
import { delivery } from './deliveries.ts';

export interface Answered {
  extId: string;
  kind: 'booking' | 'deal';
  eventId: string;
}
export interface Posting {
  webhookUrl: string;
  token: string;
  /** Of the first delivery; 0 when nothing is said. */
  from?: number;
  count: number;
  concurrency: number;
  /** Told after each answer, with how many there were. */
  onAnswer: (answers: number) => void;
}

/**
 * Posts `count` deliveries, each once: one that broke off, or that the door could not say to be queued, is not sent again
 * (nobody knows whether it came); one that was not let in (no server) is sent when there is one. Answers what was answered 200.
 */
export async function postAll(posting: Posting): Promise<Answered[]> {
  const answered: Answered[] = [];
  const { from = 0, count } = posting;
  let next = from;
  async function sender(): Promise<void> {
    while (next < from + count) {
      const answer = await post(posting, next++);
      if (answer) answered.push(answer);
      posting.onAnswer(answered.length);
    }
  }
  await Promise.all(Array.from({ length: posting.concurrency }, sender));
  return answered;
}

async function post({ webhookUrl, token }: Posting, n: number): Promise<Answered | undefined> {
  const { kind, extId, body } = delivery(n);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  for (;;) {
    try {
      const response = await fetch(webhookUrl, { method: 'POST', headers, body });
      const text = await response.text();
      if (response.status === 200) return { kind, extId, eventId: idIn(text) };
      // Without events: the gateway is up, its functions are not loaded, or they have queued nothing.
      if (text.includes('"events"')) return undefined;
    } catch (error) {
      if (!isRefused(error)) return undefined;
    }
    await sleep(100);
  }
}

function idIn(answer: string): string {
  const { events } = JSON.parse(answer) as { events: { id: string }[] };
  return events[0]?.id ?? '';
}

function isRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
}
