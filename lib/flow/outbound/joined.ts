import { dealsNamed, setLimits } from '../../domain/event-set.ts';
import type { OutboundRecord } from '../../model/outbound-state.ts';
import { inWaves } from '../in-waves.ts';
import { putSent } from './batch.ts';
import { haltOf } from './halt-of.ts';
import type { Halt, OutboundDeps, Session, Subject } from './lane.ts';
import { reportedRequests, type Reported } from './request-report.ts';

/** How long after it was sent (ms) a request that CoMagic does not list is asked for again. */
const mostWait = 3600_000;

/**
 * Of requests that are there with the session of a visit: finds the communications of those that deals name, and marks these deals, which
 * are told with them. Answers the requests that are not listed yet, and why others could not be asked for: these stay marked.
 */
export async function tellDeals(
  session: Session,
  subjects: Subject[],
): Promise<{ unlisted: Set<Subject>; halt: Halt }> {
  const joined = await withDeals(session, subjects);
  const asked = [...joined.keys()].filter(({ sent }) => sent.communicationId === undefined);
  const { listed, cut } = await reportedRequests(session, asked);
  const unlisted = new Set<Subject>();
  for (const [subject, deals] of joined) {
    const { id: remoteId, communication_id: found } = listed.get(subject) ?? {};
    if (subject.sent.communicationId !== undefined) await mark(session, deals);
    else if (typeof found === 'number') {
      // Before it is known, so that none is forgotten.
      await mark(session, deals);
      await putSent(session, subject, { ...subject.sent, remoteId, communicationId: found });
    } else if (isYoung(session, subject)) unlisted.add(subject);
  }
  return { unlisted, halt: cutShort(cut) };
}

/** The report is not of every tariff: an account whose key may all but that goes on, and its deals are joined by their contacts. */
const ofReport: readonly string[] = [
  'method_component_disabled',
  'parameter_component_disabled',
  'tariff_restrictions',
];

function cutShort(cut: Reported['cut']): Halt {
  if (cut === 'time') return { halt: 'again' };
  if (cut === undefined || cut.outcome === 'row') return undefined;
  return cut.outcome === 'account' && ofReport.includes(cut.mnemonic) ? undefined : haltOf(cut);
}

/** Marks the deals of requests whose communications are known. */
export async function markJoined(session: Session, subjects: Subject[]): Promise<void> {
  const known = subjects.filter(({ sent }) => sent.communicationId !== undefined);
  for (const deals of (await withDeals(session, known)).values()) await mark(session, deals);
}

/** Requests that are there with a session and that deals name, with these. */
async function withDeals({ deps }: Session, subjects: Subject[]): Promise<Map<Subject, OutboundRecord[]>> {
  const sent = subjects.filter(({ sent: { isThere, hasSession } }) => isThere && hasSession === true);
  const deals = await inWaves(sent, async (subject) => [subject, await dealsOf(deps, subject.record)] as const);
  return new Map(deals.filter(([, named]) => named.length > 0));
}

/** Deals that may be told with a request: the deal whose own it is; of a booking those that name it, as many as speak on it. */
export async function dealsOf({ namingOf }: OutboundDeps, record: OutboundRecord): Promise<OutboundRecord[]> {
  if (record.kind !== 'request') return [];
  const { set } = record;
  const ids = set.kind === 'deal' ? [set.id] : dealsNamed(await namingOf(set)).slice(0, setLimits.deals);
  return ids.map((id) => ({ kind: 'deal', set: { salonKey: set.salonKey, kind: 'deal', id } }));
}

async function mark({ deps, account }: Session, deals: OutboundRecord[]): Promise<void> {
  await inWaves(deals, (record) => deps.remark({ accountKey: account.key, record }));
}

function isYoung({ deps }: Session, { sent: { sentAt = '' } }: Subject): boolean {
  return deps.now().getTime() - Date.parse(sentAt) < mostWait;
}
