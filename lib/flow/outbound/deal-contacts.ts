import type { FoldedDeal } from '../../model/deal.ts';
import { nothingSent, type OutboundRecord, type Sent } from '../../model/outbound-state.ts';
import { contactLane } from './contacts.ts';
import { recordExtId } from './ext-id.ts';
import type { Halt, Session, Subject } from './lane.ts';
import { sendSubjects } from './run-lane.ts';

/** A deal that goes out; undefined: there is none, or lists hide it. */
export function dealIn({ read }: Subject): FoldedDeal | undefined {
  return read.kind === 'deal' && read.deal?.hidden.length === 0 ? read.deal : undefined;
}

/** The contacts that deals name: a deal goes out after its contact, and without one that is refused. */
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
  const stateIn = ({ isThere, parked }: Sent) => (isThere ? 'there' : parked === undefined ? 'waits' : 'without');
  return {
    ensure: async (deals) => {
      const records = new Map(deals.flatMap(contactOf).map((record) => [recordExtId(record), record]));
      const subjects: Subject[] = [];
      for (const [extId, record] of records) {
        const { value: sent = nothingSent, rev } = await deps.sent(record);
        const read = stateIn(sent) === 'waits' ? await deps.read(record) : undefined;
        const isNobody = read?.value.kind === 'contact' && read.value.contact === undefined;
        states.set(extId, isNobody ? 'without' : stateIn(sent));
        if (read !== undefined && !isNobody) subjects.push({ record, marker: undefined, read: read.value, sent, rev });
      }
      const halt = await sendSubjects(session, contactLane(session, { changes: false }), subjects);
      for (const { record, sent } of subjects) states.set(recordExtId(record), stateIn(sent));
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

type ContactRecord = Extract<OutboundRecord, { kind: 'contact' }>;

/** The contact that a deal names, if it names one. */
export function contactOf(subject: Subject): ContactRecord[] {
  const key = dealIn(subject)?.contact?.key;
  return key === undefined || subject.record.kind !== 'deal'
    ? []
    : [{ kind: 'contact', salonKey: subject.record.set.salonKey, key }];
}
