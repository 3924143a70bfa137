import type { DealItem, DealRecord } from '../model/api-records.ts';
import type { DealColumns } from '../model/columns.ts';
import type { SetRef } from '../model/event-set.ts';
import { recordId } from '../model/ids.ts';
import type { FoldedDeal } from '../model/records.ts';
import { dealSummary } from './columns.ts';
import { present } from '../model/present.ts';
import { pipelineOf, shownStage, typeSaid, type Today } from './today.ts';

/** A line of the page of deals, with today's settings. */
export function dealItem(columns: DealColumns, today: Today): DealItem {
  const { set, useDefaultPipeline, stage, stageStatus, closedDateTime, ...rest } = columns;
  const type = typeSaid(columns, today);
  return present({
    ...rest,
    id: recordId(set),
    salon: today.salon.key,
    salonId: today.salon.salonId,
    pipeline: pipelineOf({ useDefaultPipeline }, today.salon),
    stage: type && shownStage(stage ?? {}, stageStatus, columns.senderPipeline, today),
    closedDateTime: type === 'success' || type === 'failed' ? closedDateTime : undefined,
  });
}

/** A single deal, with today's settings. */
export function dealRecord(set: SetRef, deal: FoldedDeal, today: Today): DealRecord {
  const { cost, modifiedStageDateTime, isRepeat, source, origin, comments, tags, services, staff, userFields } = deal;
  const { bookingIds, visitorSessionId, utm, clickIds, pageUrl, referrer, warnings } = deal;
  return present({
    ...dealItem(dealSummary(set, deal), today),
    cost,
    modifiedStageDateTime,
    stageHistory: deal.stageHistory.map((row) => historyRow(row, deal, today)),
    contact: deal.contact && contactShown(deal.contact),
    isRepeat,
    source,
    origin,
    comments,
    tags,
    services,
    staff,
    userFields,
    bookingIds,
    visitorSessionId,
    utm,
    clickIds,
    pageUrl,
    referrer,
    warnings,
  });
}

function historyRow(row: FoldedDeal['stageHistory'][number], deal: FoldedDeal, today: Today) {
  const { pipeline, at, ...stage } = row;
  return present({ ...shownStage(stage, undefined, pipeline ?? deal.senderPipeline, today), pipeline, at });
}

function contactShown({ id, name, phone, email, phones, emails }: NonNullable<FoldedDeal['contact']>) {
  return present({ id, name, phone, email, phones: phones.map(({ shown }) => shown), emails });
}
