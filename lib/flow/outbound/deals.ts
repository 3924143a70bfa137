import { dealHash, rowsLacking, stagesOf } from '../../domain/deal-stages.ts';
import { dealRecord } from '../../domain/deal-record.ts';
import { compare } from '../../domain/order.ts';
import { pipelinesOf } from '../../domain/pipelines.ts';
import { mostInCall, type DealRow, type FunnelRow } from '../../model/data-api.ts';
import type { DealRecord, FoldedDeal } from '../../model/deal.ts';
import { recordId } from '../../model/ids.ts';
import { nothingSent, type OutboundRecord, type Sent, type StageSent } from '../../model/outbound-state.ts';
import { present } from '../../model/present.ts';
import { contactExtId, contactLane } from './contacts.ts';
import { filterByExtIds, inGroups, mostAsked, mostListed } from './filters.ts';
import type { Halt, Lane, Plan, Session, Subject } from './lane.ts';
import { employeeNamed, ensureNamed, fieldNamed, forget, funnelNamed, type Named } from './named.ts';
import { sendSubjects } from './run-lane.ts';
import type { SalonContext } from './salon-context.ts';

type ContextOf = (salonKey: string) => Promise<SalonContext | undefined>;

/** How long a deal that was deleted there to be sent anew is not deleted again. */
const removalRest = 3600_000;

/** A deal with all that it is told with. */
interface ToldDeal {
  rows: DealRow[];
  named: Named[];
}

/** Deals: every stage that they have passed; what they name is made before. */
export function dealLane(session: Session, contextOf: ContextOf): Lane<DealRow> {
  const funnels = funnelsOf(session);
  const contacts = contactsThere(session);
  const told = async (subject: Subject): Promise<ToldDeal | 'hidden' | undefined> => {
    const deal = dealIn(subject);
    if (deal === undefined || subject.record.kind !== 'deal') return 'hidden';
    const context = await contextOf(subject.record.set.salonKey);
    return (
      context &&
      tellDeal(session, subject.record.set.salonKey, {
        deal,
        context,
        funnels: await funnels(),
        contacts,
        set: subject.record.set,
      })
    );
  };
  return {
    kind: 'deal',
    most: mostInCall.dealRows,
    prepare: async (subjects) => {
      const halt = await contacts.ensure(subjects);
      if (halt !== undefined) return halt;
      const all: Named[] = [];
      for (const subject of subjects) {
        const known = await told(subject);
        if (known !== undefined && known !== 'hidden') all.push(...known.named);
      }
      return ensureNamed(session, all);
    },
    plan: async (subject) => planDeal(session, subject, await told(subject), contacts.waitsFor(subject)),
    upload: (deals) => session.ask('upload.deals_history', { deals }),
    readBack: (subjects) => readBack(session, subjects),
    heal: async (subject) => {
      const known = await told(subject);
      if (known === undefined || known === 'hidden') return;
      for (const { name, with: others = [] } of known.named) {
        for (const one of [name, ...others.map((other) => other.name)]) await forget(session, one);
      }
      await contacts.forget(subject);
    },
  };
}

/** A deal that goes out; undefined: there is none, or lists hide it. */
function dealIn({ read }: Subject): FoldedDeal | undefined {
  return read.kind === 'deal' && read.deal?.hidden.length === 0 ? read.deal : undefined;
}

interface Telling {
  deal: FoldedDeal;
  set: Parameters<typeof recordId>[0];
  context: SalonContext;
  funnels: Map<string, FunnelRow>;
  contacts: Contacts;
}

function tellDeal(
  session: Session,
  salonKey: string,
  { deal, set, context, funnels, contacts }: Telling,
): ToldDeal | undefined {
  const record = dealRecord(set, deal, context.today);
  const funnel = funnels.get(record.pipeline.id);
  if (funnel === undefined) return undefined;
  const employee = employeeOf(session, record, context);
  const key = deal.contact?.key;
  const contact = key !== undefined && contacts.isThere(salonKey, key) ? contactExtId(salonKey, key) : undefined;
  const targets = {
    extId: recordId(set),
    zone: session.zone,
    fieldExtId: context.fieldExtId,
    funnel,
    contact,
    employee: employee?.extId,
  };
  const fields = record.userFields.flatMap((field) => {
    const extId = field.value === undefined ? undefined : context.fieldExtId(field);
    return extId === undefined ? [] : [fieldNamed(session, 'deal', extId, context.fieldName(field))];
  });
  const people = employee === undefined ? [] : [employee.named];
  return {
    rows: session.deps.mapping.dealRows(record, targets),
    named: [...fields, ...funnelNamed(session, funnel), ...people],
  };
}

function employeeOf(session: Session, { manager }: DealRecord, context: SalonContext) {
  const extId = manager && context.extIdOf(manager);
  if (extId === undefined) return undefined;
  return { extId, named: employeeNamed(session, extId, manager?.name ?? manager?.id ?? '—') };
}

function planDeal(
  session: Session,
  subject: Subject,
  told: ToldDeal | 'hidden' | undefined,
  waits: boolean,
): Plan<DealRow> {
  const { deps, zone } = session;
  const { sent } = subject;
  if (told === 'hidden') return sent.isThere ? removal(session, subject, nothingSent) : { act: 'clear' };
  if (told === undefined || waits) return { act: 'leave' };
  const { rows } = told;
  const lacking = losesContact(rows, sent) ? 'rewritten' : rowsLacking(rows, sent);
  if (lacking === 'rewritten') {
    const now = deps.now().toISOString();
    const rests = sent.removedAt !== undefined && Date.parse(now) - Date.parse(sent.removedAt) < removalRest;
    return rests ? { act: 'leave' } : removal(session, subject, { ...nothingSent, removedAt: now });
  }
  if (lacking.length === 0) return { act: 'clear' };
  const clock = deps.mapping.dateTimeIn(deps.now().toISOString(), zone);
  if (rows.some((row) => row.modified_date_time > clock)) return { act: 'leave' };
  return { act: 'send', rows: lacking, next: sentAs(rows, sent) };
}

function sentAs(rows: DealRow[], { removedAt }: Sent): Sent {
  const told = { v: 1, isThere: true, stages: stagesOf(rows), hash: dealHash(rows) } as const;
  return present({ ...told, removedAt, hasContact: namesContact(rows) ? (true as const) : undefined });
}

function namesContact(rows: DealRow[]): boolean {
  return rows.some(({ main_contact_ext_id }) => main_contact_ext_id !== undefined);
}

/** One that was erased goes from the deal as its past does: nothing that a row has told is taken back by another. */
function losesContact(rows: DealRow[], { hasContact }: Sent): boolean {
  return hasContact === true && !namesContact(rows);
}

function removal({ ask }: Session, subject: Subject, next: Sent): Plan<DealRow> {
  return { act: 'call', what: 'remove', make: () => ask('delete.deals', { ext_id: extIdOf(subject) }), next };
}

/** Deals are loaded some time after they were taken: until all are, nothing can be told of any. */
async function readBack({ ask }: Session, subjects: Subject[]): Promise<Map<Subject, Sent> | undefined> {
  const loading = await ask('get.deals_in_processing', {});
  if (loading.outcome !== 'ok' || loading.data.count > 0) return undefined;
  const found = new Map<string, StageSent[]>();
  for (const group of inGroups(subjects.map(extIdOf), mostAsked)) {
    const answer = await ask('get.deals_history', { filter: filterByExtIds(group), limit: mostListed });
    if (answer.outcome !== 'ok') return undefined;
    for (const row of answer.data) {
      if (row.is_generated) continue;
      const stage = { stage: `${row.sales_funnel_ext_id} ${row.stage_ext_id}`, at: row.modified_stage_date_time };
      found.set(row.ext_id, [...(found.get(row.ext_id) ?? []), stage]);
    }
  }
  return new Map(subjects.map((subject) => [subject, stateOf(found.get(extIdOf(subject)))]));
}

function stateOf(stages: StageSent[] | undefined): Sent {
  if (stages === undefined) return nothingSent;
  return { v: 1, isThere: true, stages: stages.toSorted((a, b) => compare(a.at, b.at)), hasContact: true };
}

function extIdOf({ record }: Subject): string {
  return record.kind === 'deal' ? recordId(record.set) : '';
}

/** The contacts that deals name: a deal goes out after its contact, and without one that is refused. */
interface Contacts {
  /** Makes those that are not there. */
  ensure: (deals: Subject[]) => Promise<Halt>;
  isThere: (salonKey: string, key: string) => boolean;
  /** Whether it is not known yet that its contact is there. */
  waitsFor: (deal: Subject) => boolean;
  forget: (deal: Subject) => Promise<void>;
}

function contactsThere(session: Session): Contacts {
  const { deps } = session;
  const states = new Map<string, 'there' | 'waits' | 'without'>();
  const stateIn = ({ isThere, parked }: Sent) => (isThere ? 'there' : parked === undefined ? 'waits' : 'without');
  return {
    ensure: async (deals) => {
      const records = new Map(
        deals.flatMap(contactOf).map((record) => [contactExtId(record.salonKey, record.key), record]),
      );
      const subjects: Subject[] = [];
      for (const [extId, record] of records) {
        const { value: sent = nothingSent, rev } = await deps.sent(record);
        const read = stateIn(sent) === 'waits' ? await deps.read(record) : undefined;
        const isNobody = read?.value.kind === 'contact' && read.value.contact === undefined;
        states.set(extId, isNobody ? 'without' : stateIn(sent));
        if (read !== undefined && !isNobody) subjects.push({ record, marker: undefined, read: read.value, sent, rev });
      }
      const halt = await sendSubjects(session, contactLane(session, { changes: false }), subjects);
      for (const { record, sent } of subjects) {
        if (record.kind === 'contact') states.set(contactExtId(record.salonKey, record.key), stateIn(sent));
      }
      return halt;
    },
    isThere: (salonKey, key) => states.get(contactExtId(salonKey, key)) === 'there',
    waitsFor: (deal) =>
      contactOf(deal).some(({ salonKey, key }) => states.get(contactExtId(salonKey, key)) === 'waits'),
    forget: async (deal) => {
      for (const record of contactOf(deal)) {
        const { rev } = await deps.sent(record);
        if (rev !== undefined) await deps.putSent(session.account.key, record, nothingSent, rev);
      }
    },
  };
}

type ContactRecord = Extract<OutboundRecord, { kind: 'contact' }>;

function contactOf(subject: Subject): ContactRecord[] {
  const key = dealIn(subject)?.contact?.key;
  return key === undefined || subject.record.kind !== 'deal'
    ? []
    : [{ kind: 'contact', salonKey: subject.record.set.salonKey, key }];
}

/** The funnels of the account, read once a session and only where a deal goes out. */
function funnelsOf({ deps, salons }: Session): () => Promise<Map<string, FunnelRow>> {
  let read: Promise<Map<string, FunnelRow>> | undefined;
  const all = async () => {
    const named = salons.map(async (salon) => ({ salon, references: await deps.listReferences(salon.key, 'stage') }));
    return new Map(
      pipelinesOf(await Promise.all(named)).map((pipeline) => [pipeline.id, deps.mapping.funnelRow(pipeline)]),
    );
  };
  return () => (read ??= all());
}
