import type { DealChoice, ReadSet, RequestChoice, SetRow } from '../../lib/model/event-set.ts';
import { canonicalJson } from '../../lib/model/json.ts';
import { aReading } from './reading.ts';

export function aDealChoice(over: Partial<DealChoice> = {}): DealChoice {
  return { version: 1, useDefaultPipeline: true, currency: 'RUB', ...over };
}

export function aRequestChoice(over: Partial<RequestChoice> = {}): RequestChoice {
  return {
    version: 1,
    requestsFrom: 'any',
    attributeTo: 'campaign',
    defaultCampaignId: '230144',
    currency: 'RUB',
    ...over,
  };
}

/** A delivery of an event as it stands in a set; a deal event with both halves, unless told. */
export function aRow(over: Partial<SetRow> = {}): SetRow {
  const reading = over.reading ?? aReading();
  return {
    v: 1,
    eventId: 'e1',
    receivedAt: '2026-03-17T14:05:45.000Z',
    replay: 0,
    readerVersion: 1,
    reading,
    ...(reading.kind === 'deal' ? { deal: aDealChoice() } : {}),
    request: aRequestChoice(),
    ...over,
  };
}

/** A set that holds these rows, as the store reads it: a row is told from another by its content. */
export function aSetOf(rows: SetRow[], over: Partial<ReadSet> = {}): ReadSet {
  return { rows, links: [], revisions: rows.map(canonicalJson), ...over };
}
