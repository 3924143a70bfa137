import type { RouteAct } from '../../model/acts.ts';
import type { DoorContract, Layers } from '../../model/contract.ts';
import type { SetRef } from '../../model/event-set.ts';
import { recordId, setOfRecordId, testKeyOf } from '../../model/ids.ts';
import type { JournalLine, Stretch } from '../../model/journal.ts';
import type { SalonTest, TestEvent } from '../../model/salon-test.ts';
import type { StoredSalon } from '../../model/settings.ts';
import { kindSchema } from '../../model/words.ts';
import { deliveryMs } from '../door/budget.ts';
import { judgedEvents, preparedEvents } from '../door/message.ts';
import { sendTwice, type Send } from '../door/send.ts';
import { lineOf, testAnswer, type TestStepsDeps } from './test-steps.ts';

export interface TestDeps extends TestStepsDeps {
  findSalon: (accountKey: string, salonKey: string) => Promise<StoredSalon | undefined>;
  findTest: (accountKey: string, salonKey: string) => Promise<SalonTest | undefined>;
  /** In the place of `before`, if that is still what is stored; answers whether it was put. */
  putTest: (test: SalonTest, before: SalonTest | undefined) => Promise<boolean>;
  /** Removes the row of the test last. */
  removeTest: (made: { accountKey: string; salonKey: string; sets: SetRef[]; events: string[] }) => Promise<void>;
  /** A booking and its deal, both of this id, of a person who is invented. */
  testEvents: (id: string, at: Date) => Record<TestEvent['kind'], Layers>;
  contract: Pick<DoorContract, 'withoutSecrets' | 'classify'>;
  send: Send;
  /** Deliveries of a salon in the order of their places. */
  linesOf: (stretch: Stretch) => Promise<{ id: string }[]>;
  newKey: () => string;
  monotonic: () => number;
  now: () => Date;
}

/**
 * Sends a booking and its deal through the queues to the workers, as they are sent for deliveries, but under a salon key of tests:
 * whatever they make is kept apart. What the test before has made is removed.
 */
export function sendTest(deps: TestDeps): RouteAct<'POST /api/salons/{id}/test'> {
  return async ({ account, id }) => {
    const salon = await deps.findSalon(account.key, id);
    if (salon === undefined) return { error: 'not_found' };
    if (!(await clear(deps, salon))) return { error: 'not_ready' };
    const { test, bodies } = testOf(deps, salon);
    // Before it is sent, so that it can be found and removed whatever becomes of the rest.
    if (!(await deps.putTest(test, undefined))) return { error: 'not_ready' };
    const sent = await send(deps, test, bodies);
    await deps.putTest(sent, test);
    return { created: await testAnswer(deps, salon, sent) };
  };
}

/** How far the last test has come. */
export function showTest(deps: TestDeps): RouteAct<'GET /api/salons/{id}/test'> {
  return async ({ account, id }) => {
    const salon = await deps.findSalon(account.key, id);
    if (salon === undefined) return { error: 'not_found' };
    return { ok: await testAnswer(deps, salon, await deps.findTest(account.key, salon.key)) };
  };
}

/** Removes all that tests of a salon have made, unless one is still under way. */
export function removeTest(deps: TestDeps): RouteAct<'DELETE /api/salons/{id}/test'> {
  return async ({ account, id }) => {
    const salon = await deps.findSalon(account.key, id);
    if (salon === undefined) return { error: 'not_found' };
    if (!(await clear(deps, salon))) return { error: 'not_ready' };
    return { ok: await testAnswer(deps, salon, undefined) };
  };
}

interface Made {
  test: SalonTest;
  /** Of the messages, in the order of the events. */
  bodies: string[];
}

function testOf({ contract, testEvents, newKey, now }: TestDeps, salon: StoredSalon): Made {
  const { accountKey, key: salonKey, fieldMap } = salon;
  const key = testKeyOf(salonKey);
  const id = `test-${newKey()}`;
  const at = now();
  const receivedAt = at.toISOString();
  const said = testEvents(id, at);
  const kinds = kindSchema.options;
  const events = preparedEvents(
    contract,
    kinds.map((kind) => said[kind]),
    [],
    fieldMap,
  );
  const judged = judgedEvents({
    salon: { ...salon, key },
    events,
    warnings: [],
    receivedAt,
    headerId: undefined,
    test: true,
  });
  return {
    test: {
      v: 1,
      accountKey,
      salonKey,
      receivedAt,
      events: kinds.flatMap((kind, place) => {
        const event = judged[place];
        return event === undefined ? [] : [{ kind, id: event.id, set: recordId({ salonKey: key, kind, id }) }];
      }),
    },
    bodies: judged.map(({ body }) => body),
  };
}

const queueOf = { booking: 'bookings', deal: 'deals' } as const;

/** In the door's time, with its two attempts; answers what the queues have said of it. */
async function send(deps: TestDeps, test: SalonTest, bodies: string[]): Promise<SalonTest> {
  const end = deps.monotonic() + deliveryMs;
  const group = testKeyOf(test.salonKey);
  const outgoing = test.events.map(({ kind }, place) => ({ queue: queueOf[kind], group, body: bodies[place] ?? '' }));
  const taken = await sendTwice(deps.send, outgoing, () => end - deps.monotonic());
  const queuedAt = deps.now().toISOString();
  return {
    ...test,
    events: test.events.map((event, place) => (taken[place] === true ? { ...event, queuedAt } : event)),
  };
}

/** For so long a message may be under way; after that it is lost. */
const underWayMs = 24 * 3_600_000;
/** Lines of tests that are removed at once. */
const mostLines = 100;

/** Removes what tests have made, also what a repeated message of one before has left; false: one is still under way. */
async function clear(deps: TestDeps, { accountKey, key: salonKey }: StoredSalon): Promise<boolean> {
  const key = testKeyOf(salonKey);
  const test = await deps.findTest(accountKey, salonKey);
  if (test !== undefined && (await isUnderWay(deps, test))) return false;
  const placed = await deps.linesOf({ accountKey, salonKey: key, after: '', from: '', before: '3', limit: mostLines });
  const events = [...new Set([...placed, ...(test?.events ?? [])].map(({ id }) => id))];
  const lines = await Promise.all(events.map((id) => deps.deliveriesOf(accountKey, id)));
  const named = [...(test?.events ?? []).map(({ set }) => set), ...lines.flat().flatMap(({ line }) => setsOf(line))];
  const own = named.flatMap((id) => setOfRecordId(id) ?? []).filter((set) => set.salonKey === key);
  // Booking and deal have one id, and each leaves something in the set of the other.
  const ids = [...new Set(own.map((set) => set.id))];
  const sets = ids.flatMap((id) => kindSchema.options.map((kind) => ({ salonKey: key, kind, id })));
  await deps.removeTest({ accountKey, salonKey, sets, events });
  return true;
}

function setsOf({ sets = [], entities }: JournalLine): string[] {
  return [...sets, ...entities.map(({ id }) => id)];
}

async function isUnderWay(deps: TestDeps, test: SalonTest): Promise<boolean> {
  if (deps.now().getTime() - Date.parse(test.receivedAt) > underWayMs) return false;
  const lines = await Promise.all(test.events.map((event) => lineOf(deps, test, event)));
  return test.events.some(({ queuedAt }, place) => queuedAt !== undefined && lines[place] === undefined);
}
