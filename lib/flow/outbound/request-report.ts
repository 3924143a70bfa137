import type { Answer, MethodData } from '../../model/data-api.ts';
import { recordExtId } from './ext-id.ts';
import { filterByExtIds, mostAsked, mostListed } from './filters.ts';
import type { Session, Subject } from './lane.ts';

export type ReportedRequest = MethodData<'get.offline_messages_report'>[number];

/** A report goes over 3 months at most. */
const mostDays = 80 * 86_400_000;
const day = 86_400_000;

export interface Reported {
  /** How requests are listed there, as far as it was told; undefined: one is not. */
  listed: Map<Subject, ReportedRequest | undefined>;
  /** Why the others were not asked for: what was answered, or that there was no time. */
  cut?: Exclude<Answer<unknown>, { outcome: 'ok' }> | 'time';
}

export async function reportedRequests(session: Session, subjects: Subject[]): Promise<Reported> {
  const listed: Reported['listed'] = new Map();
  for (const group of together(subjects)) {
    if (!session.hasTime()) return { listed, cut: 'time' };
    const answer = await report(session, group);
    if (answer.outcome !== 'ok') return { listed, cut: answer };
    for (const subject of group) listed.set(subject, listedIn(answer.data, subject));
  }
  return { listed };
}

/** What is listed there of some requests that were made about the same time. */
export function report({ ask, zone, deps: { mapping } }: Session, subjects: Subject[]) {
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

export function listedIn(rows: ReportedRequest[], { record }: Subject): ReportedRequest | undefined {
  return rows.find(({ ext_id }) => ext_id === recordExtId(record));
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
export function timeOf({ sent, read }: Subject): number {
  const request = read.kind === 'request' && read.request !== 'superseded' ? read.request : undefined;
  return Date.parse(sent.dateTime ?? request?.dateTime ?? '2000-01-01T00:00:00.000Z');
}
