import type { FoldedDeal } from '../../model/deal.ts';
import { outboundId } from '../../model/ids.ts';
import { nothingSent, type OutboundRecord } from '../../model/outbound-state.ts';
import { inWaves } from '../in-waves.ts';
import { putSent } from './batch.ts';
import { contactLane, isNobody } from './contacts.ts';
import { recordExtId } from './ext-id.ts';
import type { Halt, Session, Subject } from './lane.ts';
import { sendSubjects } from './run-lane.ts';

/** A deal that goes out; undefined: there is none, or lists hide it. */
export function dealIn({ read }: Subject): FoldedDeal | undefined {
  return read.kind === 'deal' && read.deal?.hidden.length === 0 ? read.deal : undefined;
}

/** Deals that are told again once a contact is there that was refused before, at most. */
const mostNamedBy = 100;

/** The contacts that deals name: a deal goes out after its contact, and without one that is refused or of nobody. */
export interface Contacts {
  /** Makes those that are not there. */
  ensure: (deals: Subject[]) => Promise<Halt>;
  isThere: (contact: ContactRecord) => boolean;
  /** Whether it is not known yet that its contact is there. */
  waitsFor: (deal: Subject) => boolean;
  forget: (deal: Subject) => Promise<void>;
}

export function contactsThere(session: Session): Contacts {
  const { deps } = session;
  const states = new Map<string, 'there' | 'waits' | 'without'>();
  const tell = (subject: Subject) => {
    const { isThere, parked, intent } = subject.sent;
    // Of one that was sent again it is not known yet whether it is refused again.
    const isWithout = intent === undefined && (parked !== undefined || isNobody(subject));
    states.set(recordExtId(subject.record), isThere ? 'there' : isWithout ? 'without' : 'waits');
  };
  const are = (state: 'waits' | 'without') => (subject: Subject) => states.get(recordExtId(subject.record)) === state;
  return {
    ensure: async (deals) => {
      const naming = Map.groupBy(deals, (deal) => contactOf(deal).map(recordExtId).join());
      const named = new Map(deals.flatMap(contactOf).map((record) => [recordExtId(record), record]));
      const subjects = await inWaves([...named.values()], (record) => contactSubject(session, record));
      subjects.forEach(tell);
      const halt = await sendSubjects(session, contactLane(session, { changes: false }), subjects.filter(are('waits')));
      subjects.forEach(tell);
      for (const subject of subjects.filter(are('without'))) {
        await noteNaming(session, subject, naming.get(recordExtId(subject.record)) ?? []);
      }
      return halt;
    },
    isThere: (contact) => states.get(recordExtId(contact)) === 'there',
    waitsFor: (deal) => contactOf(deal).some((contact) => states.get(recordExtId(contact)) === 'waits'),
    forget: async (deal) => {
      for (const record of contactOf(deal)) {
        const { rev } = await deps.sent(record);
        if (rev !== undefined) await deps.putSent(session.account.key, record, nothingSent, rev);
      }
    },
  };
}

async function contactSubject({ deps }: Session, record: ContactRecord): Promise<Subject> {
  const { value: sent = nothingSent, rev } = await deps.sent(record);
  const { value: read } = await deps.read(record);
  return { record, marker: undefined, read, sent, rev };
}

/** So that they are told again once it is there. */
async function noteNaming(session: Session, subject: Subject, deals: Subject[]): Promise<void> {
  const { namedBy: before = [] } = subject.sent;
  const namedBy = [...new Set([...before, ...deals.map(({ record }) => outboundId(record))])].slice(0, mostNamedBy);
  if (namedBy.length > before.length) await putSent(session, subject, { ...subject.sent, namedBy });
}

type ContactRecord = Extract<OutboundRecord, { kind: 'contact' }>;

/** The contact that a deal names, if it names one. */
export function contactOf(subject: Subject): ContactRecord[] {
  const key = dealIn(subject)?.contact?.key;
  return key === undefined || subject.record.kind !== 'deal'
    ? []
    : [{ kind: 'contact', salonKey: subject.record.set.salonKey, key }];
}
