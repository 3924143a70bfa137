import { nameIn } from '../../domain/register.ts';
import { rowHash } from '../../domain/row-hash.ts';
import { mostInCall, type ContactRow } from '../../model/data-api.ts';
import { recordsOfId } from '../../model/ids.ts';
import { nothingSent, type Sent } from '../../model/outbound-state.ts';
import { inWaves } from '../in-waves.ts';
import { recordExtId } from './ext-id.ts';
import { filterByExtIds, inGroups, mostAsked } from './filters.ts';
import type { Lane, Plan, Session, Subject } from './lane.ts';

/** Contacts that are not there are made, many a call; `changes`: those that are there are brought up to date, one a call. */
export function contactLane(session: Session, { changes }: { changes: boolean }): Lane<ContactRow> {
  return {
    kind: 'contact',
    most: mostInCall.contacts,
    prepare: (subjects) => markThoseWithout(session, subjects),
    plan: (subject) => planContact(session, subject, changes),
    upload: (contacts) => session.ask('create.deal_contacts', { contacts }),
    readBack: (subjects) => readBack(session, subjects),
  };
}

/** Whether nothing is known of a contact: one of whom nothing is told is of no use there. */
export function isNobody({ read }: Subject): boolean {
  if (read.kind !== 'contact' || read.contact === undefined) return true;
  const { phones, emails, tuples } = read.contact;
  return phones.length === 0 && emails.length === 0 && nameIn(tuples) === undefined;
}

/** Deals that were told without a contact that is about to be there are told again: their turn comes after that of contacts. */
async function markThoseWithout({ deps, account }: Session, subjects: Subject[]): Promise<undefined> {
  const told = subjects.filter((subject) => !subject.sent.isThere && !isNobody(subject));
  const without = told.flatMap(({ sent: { namedBy = [] } }) => namedBy.flatMap(recordsOfId));
  const deals = without.filter(({ kind }) => kind === 'deal');
  await inWaves(deals, (record) => deps.remark({ accountKey: account.key, record }));
}

function planContact(session: Session, subject: Subject, changes: boolean): Plan<ContactRow> {
  const told = rowOf(session, subject);
  if (told === undefined || (!subject.sent.isThere && isNobody(subject))) return { act: 'clear' };
  const next: Sent = { v: 1, isThere: true, hash: hashOf(told) };
  if (!subject.sent.isThere) return { act: 'send', rows: [told], next };
  if (subject.sent.hash === next.hash) return { act: 'clear' };
  if (!changes) return { act: 'leave' };
  return { act: 'call', what: 'update', make: () => session.ask('update.deal_contacts', told), next };
}

function rowOf({ deps, zone }: Session, { record, read }: Subject): ContactRow | undefined {
  if (record.kind !== 'contact' || read.kind !== 'contact' || read.contact === undefined) return undefined;
  const { phones, emails, createdDateTime, tuples } = read.contact;
  const named = { name: nameIn(tuples), phones, emails, createdDateTime };
  return deps.mapping.contactRow(named, recordExtId(record), zone);
}

/** When it was made there does not change any more. */
function hashOf({ name, phone_numbers, emails }: Pick<ContactRow, 'name' | 'phone_numbers' | 'emails'>): string {
  return rowHash({ name, phone_numbers: phone_numbers.toSorted(), emails: emails.toSorted() });
}

async function readBack({ ask, hasTime }: Session, subjects: Subject[]): Promise<Map<Subject, Sent>> {
  const found = new Map<Subject, Sent>();
  for (const group of inGroups(subjects, mostAsked)) {
    if (!hasTime()) break;
    const answer = await ask('get.deal_contacts', {
      filter: filterByExtIds(group.map(({ record }) => recordExtId(record))),
      limit: 1000,
    });
    if (answer.outcome !== 'ok') break;
    for (const subject of group) {
      const row = answer.data.find(({ ext_id }) => ext_id === recordExtId(subject.record));
      found.set(
        subject,
        row === undefined ? nothingSent : { v: 1, isThere: true, hash: hashOf({ ...row, name: row.name ?? '' }) },
      );
    }
  }
  return found;
}
