import type { JournalEntry, JournalLine } from '../../model/journal.ts';
import { present } from '../../model/present.ts';
import type { SalonTest, TestAnswer, TestEvent, TestStep } from '../../model/salon-test.ts';
import type { StoredSalon } from '../../model/settings.ts';

export interface TestStepsDeps {
  /** Every delivery of an event. */
  deliveriesOf: (accountKey: string, id: string) => Promise<JournalEntry[]>;
  lastEvents: (salon: { accountKey: string; key: string }) => Promise<string[]>;
}

/** The step in which each kind of event ends. */
const steps = { booking: 'request', deal: 'deal' } as const;

/** How far a test has come, and when the last delivery came that was none. */
export async function testAnswer(
  deps: TestStepsDeps,
  salon: StoredSalon,
  test: SalonTest | undefined,
): Promise<TestAnswer> {
  const [lastEventAt] = await deps.lastEvents(salon);
  if (test === undefined) return present({ steps: [], lastEventAt });
  const ends = await Promise.all(test.events.map(async (event) => endOf(event, await lineOf(deps, test, event))));
  return present({
    steps: [{ step: 'received' as const, state: 'done' as const, at: test.receivedAt }, queuedStep(test), ...ends],
    lastEventAt,
  });
}

/** The line of an event, which is put when all the rest of it is stored. */
export async function lineOf(
  { deliveriesOf }: Pick<TestStepsDeps, 'deliveriesOf'>,
  { accountKey }: SalonTest,
  { id }: TestEvent,
): Promise<JournalLine | undefined> {
  return (await deliveriesOf(accountKey, id)).at(-1)?.line;
}

function queuedStep({ events }: SalonTest): TestStep {
  const at = events
    .map(({ queuedAt }) => queuedAt)
    .sort()
    .at(-1);
  return events.every(({ queuedAt }) => queuedAt !== undefined)
    ? present({ step: 'queued' as const, state: 'done' as const, at })
    : { step: 'queued', state: 'failed' };
}

function endOf({ kind, id, queuedAt }: TestEvent, line: JournalLine | undefined): TestStep {
  const step = steps[kind];
  if (line === undefined) return { step, state: queuedAt === undefined ? 'failed' : 'waiting', event: id };
  const half = line[step];
  const told = { step, at: line.journaledAt, event: id };
  if (half.outcome !== 'done') {
    return 'reason' in half ? { ...told, state: half.outcome, reason: half.reason } : { ...told, state: 'ignored' };
  }
  return present({ ...told, state: half.outcome, record: line.entities.find(({ type }) => type === step)?.id });
}
