import { dealHash, parametersOf, rowsLacking, stagesOf } from '../../domain/deal-stages.ts';
import { dealRecord } from '../../domain/deal-record.ts';
import { compare } from '../../domain/order.ts';
import { pipelinesOf } from '../../domain/pipelines.ts';
import { mostInCall, type DealRow, type FunnelRow, type MethodData } from '../../model/data-api.ts';
import type { DealRecord, FoldedDeal } from '../../model/deal.ts';
import type { SetRef } from '../../model/event-set.ts';
import { nothingSent, type Sent } from '../../model/outbound-state.ts';
import { present } from '../../model/present.ts';
import { contactOf, contactsThere, dealIn, type Contacts } from './deal-contacts.ts';
import { communicationOf, forgetCommunications } from './deal-communication.ts';
import { recordExtId } from './ext-id.ts';
import { filterByExtIds, inGroups, mostAsked, mostListed } from './filters.ts';
import { inWaves } from '../in-waves.ts';
import type { Lane, Plan, Session, Subject } from './lane.ts';
import { employeeNamed, ensureNamed, fieldsNamed, forget, funnelNamed, type Named } from './named.ts';
import { salonContexts, type SalonContext } from './salon-context.ts';

/** How long a deal that was deleted there to be sent anew is not deleted again. */
const removalRest = 3600_000;

/** A deal with all that it is told with. */
interface ToldDeal {
  rows: DealRow[];
  named: Named[];
}
/** Undefined: it cannot be told now. */
type Told = ToldDeal | 'hidden' | undefined;

type Funnels = Map<string, FunnelRow>;

/** Deals of a page: every stage that they have passed; what they name is made before. */
export function dealLane(session: Session): Lane<DealRow> {
  const contextOf = salonContexts(session);
  const funnels = funnelsOf(session);
  const contacts = contactsThere(session);
  const told = once(async (subject: Subject) => {
    const deal = dealIn(subject);
    if (deal === undefined || subject.record.kind !== 'deal') return 'hidden';
    const { set } = subject.record;
    const context = await contextOf(set.salonKey);
    if (context === undefined) return undefined;
    const communicationId = await communicationOf(session, deal, set);
    // It is told again once it is known.
    if (communicationId === 'unsettled') return undefined;
    return tellDeal(session, subject, { deal, set, context, funnels: await funnels(), contacts, communicationId });
  });
  return {
    kind: 'deal',
    most: mostInCall.dealRows,
    prepare: async (subjects) => {
      const halt = await contacts.ensure(subjects);
      if (halt !== undefined) return halt;
      const all = await inWaves(subjects, told);
      return ensureNamed(
        session,
        all.flatMap((known) => (known === undefined || known === 'hidden' ? [] : known.named)),
      );
    },
    plan: async (subject) => planDeal(session, subject, await told(subject), contacts.waitsFor(subject)),
    upload: (deals) => session.ask('upload.deals_history', { deals }),
    readBack: (subjects) => readBack(session, subjects),
    heal: async (subject, field) => {
      const known = await told(subject);
      if (known === undefined || known === 'hidden') return;
      for (const { name, with: others = [] } of known.named) {
        for (const one of [name, ...others.map((other) => other.name)]) await forget(session, one);
      }
      await contacts.forget(subject);
      const deal = dealIn(subject);
      const mayBeIt = field === undefined || field.includes('communication_id');
      if (mayBeIt && deal !== undefined && subject.record.kind === 'deal')
        await forgetCommunications(session, deal, subject.record.set);
    },
  };
}

/** What is told of a deal is the same to whoever asks in a page. */
function once(tell: (subject: Subject) => Promise<Told>): (subject: Subject) => Promise<Told> {
  const told = new Map<Subject, Promise<Told>>();
  return (subject) => {
    const known = told.get(subject) ?? tell(subject);
    told.set(subject, known);
    return known;
  };
}

interface Telling {
  deal: FoldedDeal;
  set: SetRef;
  context: SalonContext;
  funnels: Funnels;
  contacts: Contacts;
  communicationId: number | undefined;
}

function tellDeal(
  session: Session,
  subject: Subject,
  { deal, set, context, funnels, contacts, communicationId }: Telling,
): ToldDeal | undefined {
  const record = dealRecord(set, deal, context.today);
  const funnel = funnels.get(record.pipeline.id);
  if (funnel === undefined) return undefined;
  const employee = employeeOf(session, record, context);
  const contact = contactOf(subject).find(contacts.isThere);
  const targets = {
    extId: recordExtId(subject.record),
    zone: session.zone,
    fieldExtId: context.fieldExtId,
    funnel,
    contact: contact && recordExtId(contact),
    employee: employee?.extId,
    communicationId,
  };
  const fields = fieldsNamed(session, 'deal', context, record.userFields);
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

function planDeal(session: Session, subject: Subject, told: Told, waits: boolean): Plan<DealRow> {
  const { deps } = session;
  const { sent } = subject;
  if (told === 'hidden') return sent.isThere ? removal(session, subject, nothingSent) : { act: 'clear' };
  if (told === undefined || waits) return { act: 'leave' };
  const { rows } = told;
  const lacking = rowsLacking(rows, sent);
  if (lacking === 'rewritten') {
    const now = deps.now().toISOString();
    const rests = sent.removedAt !== undefined && Date.parse(now) - Date.parse(sent.removedAt) < removalRest;
    return rests ? { act: 'leave' } : removal(session, subject, { ...nothingSent, removedAt: now });
  }
  if (lacking.length === 0) return { act: 'clear' };
  return sending(session, sent, rows, lacking);
}

function sending({ deps, zone }: Session, sent: Sent, rows: DealRow[], lacking: DealRow[]): Plan<DealRow> {
  const now = deps.now().getTime();
  const clock = (at: number) => deps.mapping.dateTimeIn(new Date(at).toISOString(), zone);
  if (rows.some((row) => row.modified_date_time > clock(now))) return { act: 'leave' };
  const told = sent.isThere ? changedLately(lacking, clock(now - apart)) : lacking;
  const modified = told.at(-1)?.modified_date_time ?? '';
  // A minute later it can be told with a later time.
  if (sent.isThere && modified <= (sent.modified ?? '')) return { act: 'leave' };
  return { act: 'send', rows: told, next: { ...sentAs(rows, sent), modified } };
}

/** Milliseconds by which CoMagic's clock may be behind ours: what is of the future there is refused. */
const apart = 60_000;

/** Another contact or communication of a deal that is there is taken with a later time of change alone. */
function changedLately(rows: DealRow[], lately: string): DealRow[] {
  return rows.map((row, i) =>
    i === rows.length - 1 && row.modified_date_time < lately ? { ...row, modified_date_time: lately } : row,
  );
}

function sentAs(rows: DealRow[], { removedAt }: Sent): Sent {
  const told = { v: 1, isThere: true, stages: stagesOf(rows), hash: dealHash(rows) } as const;
  return present({ ...told, parameters: parametersOf(rows), removedAt });
}

function removal({ ask }: Session, subject: Subject, next: Sent): Plan<DealRow> {
  return {
    act: 'call',
    what: 'remove',
    make: () => ask('delete.deals', { ext_id: recordExtId(subject.record) }),
    next,
  };
}

/** Deals are loaded some time after they were taken: until all are, nothing can be told of any. */
async function readBack({ ask, hasTime }: Session, subjects: Subject[]): Promise<Map<Subject, Sent>> {
  const loading = await ask('get.deals_in_processing', {});
  const found = new Map<Subject, Sent>();
  if (loading.outcome !== 'ok' || loading.data.count > 0) return found;
  for (const group of inGroups(subjects, mostAsked)) {
    if (!hasTime()) break;
    const answer = await ask('get.deals_history', {
      filter: filterByExtIds(group.map(({ record }) => recordExtId(record))),
      limit: mostListed,
    });
    if (answer.outcome !== 'ok') break;
    const rows = Map.groupBy(answer.data, ({ ext_id }) => ext_id);
    for (const subject of group) found.set(subject, stateOf(rows.get(recordExtId(subject.record)), subject.sent));
  }
  return found;
}

/** What else may be there was noted before the call. */
function stateOf(rows: MethodData<'get.deals_history'> | undefined, { parameters, modified }: Sent): Sent {
  if (rows === undefined) return nothingSent;
  const stages = rows
    .filter((row) => !row.is_generated)
    .map((row) => ({
      stage: `${row.sales_funnel_ext_id} ${row.stage_ext_id}`,
      at: row.modified_stage_date_time,
    }));
  const inOrder = stages.toSorted((a, b) => compare(a.at, b.at));
  return present({ v: 1 as const, isThere: true, stages: inOrder, parameters, modified });
}

/** The funnels of the account, read once and not before they are asked for: with the deals of a page read before, no stage of theirs is missing. */
function funnelsOf({ deps, salons }: Session): () => Promise<Funnels> {
  let read: Promise<Funnels> | undefined;
  const all = async () => {
    const named = salons.map(async (salon) => ({ salon, references: await deps.listReferences(salon.key, 'stage') }));
    return new Map(
      pipelinesOf(await Promise.all(named)).map((pipeline) => [pipeline.id, deps.mapping.funnelRow(pipeline)]),
    );
  };
  return () => (read ??= all());
}
