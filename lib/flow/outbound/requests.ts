import { rowHash } from '../../domain/row-hash.ts';
import { mostInCall, type Answer, type MethodData, type OfflineMessage } from '../../model/data-api.ts';
import { nothingSent, type Sent } from '../../model/outbound-state.ts';
import type { FoldedRequest } from '../../model/request.ts';
import { recordExtId } from './ext-id.ts';
import { filterByExtIds, mostAsked, mostListed } from './filters.ts';
import type { Lane, Plan, Session, Subject } from './lane.ts';
import { ensureNamed, fieldsNamed, forget, type Named } from './named.ts';
import { salonContexts } from './salon-context.ts';

type ContextOf = ReturnType<typeof salonContexts>;

/** Requests of a page: sent once; what changes later is shown as different, what is no request any more is deleted. */
export function requestLane(session: Session): Lane<OfflineMessage> {
  const contextOf = salonContexts(session);
  return {
    kind: 'request',
    most: mostInCall.offlineMessages,
    prepare: (subjects) => declareFields(session, contextOf, subjects),
    plan: (subject) => planRequest(session, contextOf, subject),
    upload: (offline_messages) => session.ask('upload.offline_messages', { offline_messages }),
    readBack: (subjects) => readBack(session, subjects),
    heal: async (subject) => {
      for (const { name } of await fieldsOf(session, contextOf, subject)) await forget(session, name);
    },
  };
}

/** A request that goes out at all; undefined: there is none, or it does not count. */
function countingRequest({ read }: Subject): FoldedRequest | undefined {
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

async function planRequest(session: Session, contextOf: ContextOf, subject: Subject): Promise<Plan<OfflineMessage>> {
  const { record, sent } = subject;
  if (record.kind !== 'request') return { act: 'clear' };
  const { deps, zone } = session;
  const request = countingRequest(subject);
  if (request === undefined) return withdrawn(session, subject);
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
  return { act: 'send', rows: [told.row], next: { v: 1, isThere: true, hash, dateTime: request.dateTime } };
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
  const found = answer.data.find(({ ext_id }) => ext_id === recordExtId(subject.record));
  return found === undefined
    ? { outcome: 'ok', data: undefined }
    : session.ask('delete.offline_messages', { id: found.id });
}

/** A report goes over 3 months at most. */
const mostDays = 80 * 86_400_000;
const day = 86_400_000;

async function readBack(session: Session, subjects: Subject[]): Promise<Map<Subject, Sent>> {
  const found = new Map<Subject, Sent>();
  for (const group of together(subjects)) {
    if (!session.hasTime()) break;
    const answer = await report(session, group);
    if (answer.outcome !== 'ok') break;
    for (const subject of group) found.set(subject, stateIn(answer.data, subject));
  }
  return found;
}

function report({ ask, zone, deps: { mapping } }: Session, subjects: Subject[]) {
  const times = subjects.map(timeOf);
  const bound = (time: number) => mapping.dateTimeIn(new Date(time).toISOString(), zone);
  return ask('get.offline_messages_report', {
    date_from: bound(Math.min(...times) - day),
    date_till: bound(Math.max(...times) + day),
    fields: ['id', 'communication_id', 'ext_id'],
    filter: filterByExtIds(subjects.map(({ record }) => recordExtId(record))),
    limit: mostListed,
  });
}

function stateIn(rows: MethodData<'get.offline_messages_report'>, subject: Subject): Sent {
  const row = rows.find(({ ext_id }) => ext_id === recordExtId(subject.record));
  if (row === undefined) return nothingSent;
  const told = { v: 1, isThere: true, remoteId: row.id, dateTime: new Date(timeOf(subject)).toISOString() } as const;
  const communicationId = row.communication_id ?? undefined;
  return communicationId === undefined ? told : { ...told, communicationId };
}

/** In the order of their times, as many as one report answers. */
function together(subjects: Subject[]): Subject[][] {
  const groups: Subject[][] = [];
  let since = -Infinity;
  for (const subject of subjects.toSorted((a, b) => timeOf(a) - timeOf(b))) {
    const last = groups.at(-1);
    const time = timeOf(subject);
    if (last !== undefined && last.length < mostAsked && time - since <= mostDays) last.push(subject);
    else {
      groups.push([subject]);
      since = time;
    }
  }
  return groups;
}

/** Of the request as it was sent, else as it is. */
function timeOf({ sent, read }: Subject): number {
  const request = read.kind === 'request' && read.request !== 'superseded' ? read.request : undefined;
  return Date.parse(sent.dateTime ?? request?.dateTime ?? '2000-01-01T00:00:00.000Z');
}
