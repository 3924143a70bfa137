import type { DealRow, FunnelRow } from '../model/data-api.ts';
import type { dealFields } from '../model/deal.ts';
import { type DealRecord } from '../model/deal.ts';
import type { DealRowsOf, DealTargets } from '../model/outbound.ts';
import { present } from '../model/present.ts';
import type { StageShown } from '../model/shown.ts';
import { dateTimeIn } from './date-time.ts';
import { userFieldValues } from './user-fields.ts';

/** In which parameter each field of a deal goes out; `unsent`: the Data API has no place for it. */
export const dealSentIn = {
  // In its place goes the id of our record: two salons of an account may have the same of theirs.
  extId: 'unsent',
  name: 'name',
  revenue: 'revenue',
  paidAmount: 'unsent',
  cost: 'unsent',
  discount: 'unsent',
  currency: 'unsent',
  createdDateTime: 'created_date_time',
  modifiedDateTime: 'modified_date_time',
  // The history says when each stage began.
  modifiedStageDateTime: 'unsent',
  closedDateTime: 'closed_date_time',
  useDefaultPipeline: 'sales_funnel_ext_id',
  senderPipeline: 'unsent',
  stage: 'unsent',
  stageStatus: 'unsent',
  stageHistory: 'stage_ext_id',
  contact: 'contact_ext_ids',
  // With the contact.
  phones: 'unsent',
  emails: 'unsent',
  manager: 'employee_ext_id',
  isRepeat: 'unsent',
  source: 'source',
  origin: 'unsent',
  comments: 'comments',
  tags: 'tags',
  services: 'unsent',
  staff: 'unsent',
  userFields: 'user_fields',
  // They lead to the request that it belongs to.
  bookingIds: 'unsent',
  visitorSessionId: 'unsent',
  utm: 'unsent',
  clickIds: 'unsent',
  pageUrl: 'unsent',
  referrer: 'unsent',
  // What is deleted is deleted there, what is hidden is not sent.
  deleted: 'unsent',
  hidden: 'unsent',
  warnings: 'unsent',
} as const satisfies Record<keyof typeof dealFields, keyof DealRow | 'unsent'>;

/**
 * A deal as `upload.deals_history` takes it: a row for each stage that it has passed, in their order, with the same creation in
 * each; times never go back, and the closing stands with the last.
 */
export const dealRows: DealRowsOf = (deal, targets) => {
  const head = headOf(deal, targets);
  const passed = stagesPassed(deal, targets, head.created_date_time);
  const modified = dateTimeIn(deal.modifiedDateTime, targets.zone);
  return passed.map(({ stage, at }, i) => {
    const times = { modified_date_time: at, modified_stage_date_time: at };
    const isLast = i === passed.length - 1;
    const row = { ...head, ...times, sales_funnel_ext_id: targets.funnel.ext_id, stage_ext_id: stage };
    return isLast ? present({ ...row, modified_date_time: later(modified, at), ...closing(deal, targets, at) }) : row;
  });
};

function headOf(deal: DealRecord, targets: DealTargets) {
  const { extId, zone, contact, employee, communicationId, fieldExtId } = targets;
  return present({
    ext_id: extId,
    name: deal.name ?? `Сделка ${deal.extId}`,
    created_date_time: dateTimeIn(deal.createdDateTime, zone),
    contact_ext_ids: contact === undefined ? undefined : [contact],
    main_contact_ext_id: contact,
    employee_ext_id: employee,
    revenue: deal.revenue === undefined ? undefined : deal.revenue / 100,
    comments: deal.comments,
    source: deal.source,
    communication_id: communicationId,
    communication_type: communicationId === undefined ? undefined : ('offline_message' as const),
    user_fields: userFieldValues(deal.userFields, fieldExtId),
    tags: tagsOf(deal),
  });
}

function tagsOf({ tags }: DealRecord): DealRow['tags'] | undefined {
  const named = tags.flatMap(({ id, name }) => {
    const extId = id ?? name;
    return extId === undefined ? [] : [{ ext_id: extId, name: name ?? extId }];
  });
  return named.length === 0 ? undefined : named;
}

interface Passed {
  stage: string;
  at: string;
}

/** A deal of which no stage was said stands in the first since its creation. */
function stagesPassed({ stageHistory, stage }: DealRecord, { funnel, zone }: DealTargets, created: string): Passed[] {
  const passed: Passed[] = [];
  for (const { at, ...said } of stageHistory) {
    const last = passed.at(-1);
    const known = stageIn(funnel, said);
    if (last?.stage !== known) passed.push({ stage: known, at: later(dateTimeIn(at, zone), last?.at ?? created) });
  }
  return passed.length > 0 ? passed : [{ stage: stageIn(funnel, stage), at: created }];
}

/** By its type, and in process by its name. */
function stageIn({ stages }: FunnelRow, said: Pick<StageShown, 'name' | 'id' | 'type'> | undefined): string {
  if (said?.type === 'success') return stages.success.ext_id;
  if (said?.type === 'failed') return stages.failed.ext_id;
  const plain = (name: string) => name.trim().toLowerCase().replaceAll('ё', 'е');
  const name = said?.name ?? said?.id;
  const known = name === undefined ? undefined : stages.in_process.find((one) => plain(one.name) === plain(name));
  return (known ?? stages.in_process[0] ?? stages.success).ext_id;
}

/** Counted in success and failed alone; never before the creation. */
function closing({ closedDateTime, createdDateTime }: DealRecord, { zone }: DealTargets, at: string) {
  if (closedDateTime === undefined) return {};
  const closed = dateTimeIn(closedDateTime, zone);
  return { closed_date_time: closed < dateTimeIn(createdDateTime, zone) ? at : closed };
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
