import { rowHash } from '../../domain/row-hash.ts';
import { mostInCall, type Answer, type OfflineMessage } from '../../model/data-api.ts';
import { nothingSent, type Sent } from '../../model/outbound-state.ts';
import { present } from '../../model/present.ts';
import type { FoldedRequest } from '../../model/request.ts';
import { recordExtId } from './ext-id.ts';
import type { Lane, Plan, Session, Subject } from './lane.ts';
import { markJoined, tellDeals } from './joined.ts';
import { ensureNamed, fieldsNamed, forget, type Named } from './named.ts';
import { listedIn, report, reportedRequests, timeOf, type ReportedRequest } from './request-report.ts';
import { salonContexts } from './salon-context.ts';

type ContextOf = ReturnType<typeof salonContexts>;

/** Requests of a page: sent once; what changes later is shown as different, what is no request any more is deleted. */
export function requestLane(session: Session): Lane<OfflineMessage> {
  const contextOf = salonContexts(session);
  let unlisted = new Set<Subject>();
  return {
    kind: 'request',
    most: mostInCall.offlineMessages,
    prepare: async (subjects) => {
      const told = await tellDeals(session, subjects);
      ({ unlisted } = told);
      return told.halt ?? declareFields(session, contextOf, subjects);
    },
    plan: (subject) => planRequest(session, contextOf, subject, unlisted.has(subject)),
    upload: (offline_messages) => session.ask('upload.offline_messages', { offline_messages }),
    readBack: (subjects) => readBack(session, subjects),
    heal: async (subject) => {
      for (const { name } of await fieldsOf(session, contextOf, subject)) await forget(session, name);
    },
  };
}

/** A request that goes out at all; undefined: there is none, or it does not count. */
export function countingRequest({ read }: Pick<Subject, 'read'>): FoldedRequest | undefined {
  if (read.kind !== 'request' || read.request === undefined || read.request === 'superseded') return undefined;
  const { hidden, noContact } = read.request;
  return hidden.length > 0 || noContact ? undefined : read.request;
}

async function declareFields(session: Session, contextOf: ContextOf, subjects: Subject[]) {
  const wanted: Named[] = [];
  for (const subject of subjects)
    if (!subject.sent.isThere) wanted.push(...(await fieldsOf(session, contextOf, subject)));
  return ensureNamed(session, wanted);
}

async function fieldsOf(session: Session, contextOf: ContextOf, subject: Subject): Promise<Named[]> {
  const { record } = subject;
  const request = countingRequest(subject);
  const context = record.kind === 'request' ? await contextOf(record.set.salonKey) : undefined;
  if (request === undefined || context === undefined) return [];
  return fieldsNamed(session, 'request', context, request.userFields);
}

/** `isUnlisted`: it is there, and its deals wait for it to be listed. */
async function planRequest(
  session: Session,
  contextOf: ContextOf,
  subject: Subject,
  isUnlisted: boolean,
): Promise<Plan<OfflineMessage>> {
  const { record, sent } = subject;
  if (record.kind !== 'request') return { act: 'clear' };
  const { deps, zone } = session;
  const request = countingRequest(subject);
  if (request === undefined) return withdrawn(session, subject);
  if (isUnlisted) return { act: 'leave' };
  const context = await contextOf(record.set.salonKey);
  if (context === undefined) return { act: 'leave' };
  const targets = { extId: recordExtId(record), zone, fieldExtId: context.fieldExtId };
  const told = deps.mapping.requestRow(request, targets);
  if ('missing' in told) {
    return sent.isThere
      ? { act: 'clear', next: { ...sent, differs: true } }
      : { act: 'park', mnemonic: 'required_parameter_missed', field: told.missing };
  }
  const hash = rowHash(told.row);
  if (sent.isThere) return { act: 'clear', next: differing(sent, hash) };
  // What is of the future there would be refused.
  if (told.row.date_time > deps.mapping.dateTimeIn(deps.now().toISOString(), zone)) return { act: 'leave' };
  const next = { v: 1, isThere: true, hash, dateTime: request.dateTime } as const;
  const hasSession = told.row.visitor_session_id !== undefined;
  // Its deals are told of it once it is listed there.
  return hasSession
    ? { act: 'send', rows: [told.row], next: { ...next, hasSession }, staysMarked: true }
    : { act: 'send', rows: [told.row], next };
}

/** After an unknown outcome it is not known what was sent. */
function differing(sent: Sent, hash: string): Sent {
  return sent.hash === undefined || sent.hash === hash ? { ...sent, hash, differs: false } : { ...sent, differs: true };
}

/**
 * What is gone, stood for by the requests of bookings, or without anybody since its person was erased, is deleted there; what is hidden
 * alone stays, and differs.
 */
function withdrawn(session: Session, subject: Subject): Plan<OfflineMessage> {
  const { read, sent } = subject;
  if (!sent.isThere) return { act: 'clear' };
  const isGone =
    read.kind === 'request' && (read.request === undefined || read.request === 'superseded' || read.request.noContact);
  if (!isGone) return { act: 'clear', next: { ...sent, differs: true } };
  return { act: 'call', what: 'remove', make: () => remove(session, subject), next: nothingSent };
}

/** It is deleted by CoMagic's own id, which is asked for: the reply to an upload names ids in no order that one could rely on. */
async function remove(session: Session, subject: Subject): Promise<Answer<unknown>> {
  const answer = await report(session, [subject]);
  if (answer.outcome !== 'ok') return answer;
  const found = listedIn(answer.data, subject);
  return found === undefined
    ? { outcome: 'ok', data: undefined }
    : session.ask('delete.offline_messages', { id: found.id });
}

async function readBack(session: Session, subjects: Subject[]): Promise<Map<Subject, Sent>> {
  // One that was to be deleted may be gone.
  await markJoined(session, subjects);
  const { listed } = await reportedRequests(session, subjects);
  return new Map(
    [...listed].map(([subject, row]) => [subject, row === undefined ? nothingSent : stateOf(row, subject)]),
  );
}

function stateOf({ id, communication_id }: ReportedRequest, subject: Subject): Sent {
  return present({
    v: 1 as const,
    isThere: true,
    remoteId: id,
    communicationId: communication_id ?? undefined,
    dateTime: new Date(timeOf(subject)).toISOString(),
    hasSession: subject.sent.hasSession,
    sentAt: subject.sent.intent?.at,
  });
}
