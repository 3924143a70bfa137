import { uncounted } from './expected.ts';
import type { Fact, Visit } from './facts.ts';
import type { Random } from './random.ts';
import type { SalonPlan } from './salons.ts';
import type { Spelled } from './spell.ts';

/** What must be said of an event: by the webhook's answer, and by its line of the journal. */
export interface Words {
  kind: 'booking' | 'deal' | null;
  /** `accepted`, or `ignored` and why. */
  answer: string;
  status: 'done' | 'ignored' | 'failed';
  /** An outcome, and why. */
  deal: string;
  request: string;
}

/** An event as it comes to a salon's webhook. */
export interface Told {
  salon: number;
  /** When it comes, by the salon's life. */
  due: number;
  content: Spelled;
  words: Words;
}

/** A request to the webhook of a salon. */
export interface Delivery {
  salon: number;
  /** When it comes, by the salon's life. */
  due: number;
  content: Spelled;
  events: Words[];
}

/** In the order in which they come; some that follow each other in JSON come in one body. */
export function deliveriesOf(random: Random, told: readonly Told[]): Delivery[] {
  const deliveries: Delivery[] = [];
  for (const { salon, due, content, words } of [...told].sort((a, b) => a.due - b.due)) {
    const before = deliveries.at(-1);
    const joins = before?.salon === salon && before.events.length === 1 && random.chance(0.2);
    // An event twice in one body is one line of the journal: nothing tells the two apart.
    if (joins && 'json' in before.content && 'json' in content && before.content !== content) {
      before.content = { json: { events: [before.content.json, content.json] } };
      before.due = due;
      before.events.push(words);
    } else {
      deliveries.push({ salon, due, content, events: [words] });
    }
  }
  return deliveries;
}

/** Of an event of a visit. */
export function wordsOf(visit: Visit, { kind }: Fact, salon: SalonPlan): Words {
  const why = visit.early ? 'requests_disabled' : uncounted(visit, salon);
  const request = why === undefined ? 'done' : `ignored ${why}`;
  const deal = kind === 'booking' ? 'not_applicable' : salon.sendDeals ? 'done' : 'ignored deals_disabled';
  const ignored = request !== 'done' && deal !== 'done';
  return {
    kind,
    answer: answerOf(visit, kind, salon),
    status: ignored ? 'ignored' : 'done',
    ...{ deal, request },
  };
}

/** The answer says why an event is ignored as a whole by settings; what its halves come to, the journal says. */
function answerOf({ early }: Visit, kind: Fact['kind'], { sendDeals }: SalonPlan): string {
  if (!early) return 'accepted';
  if (kind === 'booking') return 'ignored requests_disabled';
  return sendDeals ? 'accepted' : 'ignored deals_disabled';
}

/** A booking of a salon that is not connected here. */
export function otherSalons(n: number, salon: number, due: number): Told {
  const data = { id: 900_000 + n, created_at: due / 1000, status: 'new' };
  const json = { event: 'booking.created', occurred_at: due / 1000, salon: { id: 77 }, data };
  const why = 'ignored other_salon';
  const words = { kind: 'booking', answer: why, status: 'ignored', deal: 'not_applicable', request: why } as const;
  return { salon, due, content: { json }, words };
}

/** An event about something else, and a booking without an id. */
export function strays(n: number, salon: number, due: number): Told[] {
  const data = { name: `Клиент ${n}` };
  const why = 'ignored unknown_event';
  const unknown = { kind: null, answer: why, status: 'ignored', deal: why, request: why } as const;
  const nameless = {
    kind: 'booking',
    answer: 'accepted',
    status: 'failed',
    deal: 'not_applicable',
    request: 'failed no_id',
  } as const;
  return [
    { salon, due, content: { json: { event: 'client.updated', data } }, words: unknown },
    { salon, due, content: { json: { event: 'booking.created', data: { client: data } } }, words: nameless },
  ];
}
