import { dealFields, type DealColumns, type DealItem, type DealRecord, type FoldedDeal } from '../model/deal.ts';
import type { SetRef } from '../model/event-set.ts';
import { recordId } from '../model/ids.ts';
import { present } from '../model/present.ts';
import { shownOf } from '../model/record-fields.ts';
import { pipelineOf, shownStage, stageSaid, typedStage, type Today } from './today.ts';

/** A line of the page of deals, with today's settings. */
export function dealItem(set: SetRef, columns: DealColumns, today: Today): DealItem {
  const { contact, manager, senderPipeline } = columns;
  const settled = worked(columns, today);
  return present({
    ...shownOf(dealFields, columns),
    ...identity(set, today),
    ...settled,
    stage: settled.stage && shownStage(settled.stage),
    manager: today.names.named('manager', manager),
    senderPipeline: today.names.named('pipeline', senderPipeline),
    contact: contact && withoutKey(contact),
  });
}

/** A single deal, with today's settings. */
export function dealRecord(set: SetRef, deal: FoldedDeal, today: Today): DealRecord {
  const { contact, phones = [], emails = [] } = deal;
  return present({
    ...shownOf(dealFields, deal),
    ...identity(set, today),
    ...worked(deal, today),
    manager: today.names.named('manager', deal.manager),
    senderPipeline: today.names.named('pipeline', deal.senderPipeline),
    staff: today.names.named('staff', deal.staff),
    stageHistory: deal.stageHistory.map((row) => historyRow(row, deal, today)),
    contact: contact && { ...withoutKey(contact), phones: phones.map(({ shown }) => shown), emails },
  });
}

function identity(set: SetRef, { salon }: Today) {
  return { id: recordId(set), salon: salon.key, salonId: salon.salonId };
}

/** What today's settings say of a stored deal. */
function worked(deal: DealColumns, today: Today) {
  const stage = stageSaid(deal, today);
  return {
    pipeline: pipelineOf(deal, today.salon),
    stage,
    closedDateTime: stage?.type === 'success' || stage?.type === 'failed' ? deal.closedDateTime : undefined,
  };
}

function historyRow(row: FoldedDeal['stageHistory'][number], deal: FoldedDeal, today: Today) {
  const { at, ...stage } = row;
  const pipeline = today.names.named('pipeline', row.pipeline);
  return present({ ...typedStage(stage, undefined, pipeline ?? deal.senderPipeline, today), pipeline, at });
}

function withoutKey({ id, name, phone, email }: NonNullable<FoldedDeal['contact']>) {
  return present({ id, name, phone, email });
}
