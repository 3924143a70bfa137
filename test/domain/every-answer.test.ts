import { describe, expect, it } from '@jest/globals';
import { dealItem, dealRecord } from '../../lib/domain/deal-record.ts';
import { requestItem, requestRecord } from '../../lib/domain/request-record.ts';
import { todayWith } from '../../lib/domain/today.ts';
import { dealFields, dealItemSchema, type DealColumns, type FoldedDeal } from '../../lib/model/deal.ts';
import type { RequestChoice } from '../../lib/model/event-set.ts';
import type { Reading } from '../../lib/model/reading.ts';
import { keptOf } from '../../lib/model/record-fields.ts';
import { requestFields, requestItemSchema, type FoldedRequest, type RequestColumns } from '../../lib/model/request.ts';
import { everything } from '../build/everything.ts';
import { aReference } from '../build/reference.ts';
import { aRequestChoice } from '../build/row.ts';
import { aSalon } from '../build/settings.ts';
import { without } from '../build/without.ts';
import { names, silentLeaves } from './leaves.ts';
import { bookingEvent, bookingSet, dealEvent, dealOf, dealSet, requestOf } from './telling.ts';

const warned = { warnings: ['data.x: not_read'] };

describe('every field of a deal', () => {
  const full = dealOf(dealEvent(0, {}, { ...warned, reading: { ...without(everything, 'status'), deleted: false } }));
  // The type of its stage follows from the status where no stage is said.
  const variants: FoldedDeal[] = [full, without(full, 'stage')];
  const today = todayWith(aSalon(), []);
  const never = {
    'contact.key': 'may be made of a phone',
    'stageStatus.texts.0.field': 'tells an attendance from a status',
  };

  it('is folded of an event that says everything', () => {
    expect(names(full)).toEqual(names(dealFields));
  });

  it('is in the answer about a single deal', () => {
    const answer = (deal: FoldedDeal) => dealRecord(dealSet, deal, today);
    const e164 = { 'phones.0.e164': 'shown as it is shown' };
    expect(silentLeaves(variants, answer).sort()).toEqual(names({ ...never, ...e164 }));
  });

  it('is in a line of the list, when it is declared so', () => {
    const columns = variants.map((deal): DealColumns => keptOf(dealFields, deal, 'list'));
    const line = (deal: DealColumns) => dealItem(dealSet, deal, today);
    expect(names(columns[0]!)).toEqual(
      Object.keys(dealFields)
        .filter((name) => isInList(dealFields, name))
        .sort(),
    );
    expect(silentLeaves(columns, line).sort()).toEqual(names(never));
  });
});

describe('every field of a request', () => {
  const { session } = everything;
  const plain = without(everything, 'status', 'session');
  const told = (reading: Partial<Reading>, over: Partial<RequestChoice> = {}) =>
    requestOf(
      bookingEvent(
        0,
        {},
        {
          ...warned,
          request: aRequestChoice(over),
          reading: { ...plain, ...reading, kind: 'booking', deleted: false },
        },
      ),
      dealEvent(0, {}, { reading: { ...plain, deleted: false } }),
    );
  const toSource = { attributeTo: 'source', defaultSourceId: '5', defaultSiteId: '7' } as const;
  // Campaign, source and visit go before one another.
  const full: FoldedRequest = {
    ...told({}, toSource),
    ...told({}, { defaultCampaignId: '-1', defaultSiteId: '7' }),
    ...told({ session }),
  };
  const quiet = without(full, 'statuses');
  const silent = without(quiet, 'stageStatus');
  // The status follows from the first that is there: texts, the stage, what was said of the deal, what is known of the stage.
  const variants: FoldedRequest[] = [
    full,
    quiet,
    without(quiet, 'stage'),
    { ...silent, stage: { name: 'Отказ' } },
    { ...silent, stage: { id: '40' } },
    { ...silent, stage: { id: '40' }, senderPipeline: { name: 'Записи' } },
  ];
  const byName = 'n.~0LfQsNC_0LjRgdC4';
  const today = todayWith(aSalon(), [
    aReference({ key: '1/40', id: '40', pipelineKey: '1' }, { type: 'failed', name: 'Свой этап' }),
    aReference({ key: `${byName}/40`, id: '40', pipelineKey: byName }, { name: 'Отказ' }),
  ]);
  const ofTheType = {
    'statuses.0.texts.0.field': 'tells an attendance from a status',
    'stage.order': 'of a deal',
    'stageStatus.texts.0.field': 'tells an attendance from a status',
  };

  it('is folded of an event that says everything', () => {
    expect(names(full)).toEqual(names(requestFields));
  });

  it('is in the answer about a single request', () => {
    const answer = (request: FoldedRequest) => requestRecord(bookingSet, request, today);
    const e164 = { 'phones.0.e164': 'shown as it is shown' };
    expect(silentLeaves(variants, answer).sort()).toEqual(names({ ...ofTheType, ...e164 }));
  });

  it('is in a line of the list, when it is declared so', () => {
    const columns = variants.map((request): RequestColumns => keptOf(requestFields, request, 'list'));
    const line = (request: RequestColumns) => requestItem(bookingSet, request, today);
    expect(names(columns[0]!)).toEqual(
      Object.keys(requestFields)
        .filter((name) => isInList(requestFields, name))
        .sort(),
    );
    expect(silentLeaves(columns, line).sort()).toEqual(names(ofTheType));
  });
});

describe('a line of a list has the columns of its page', () => {
  it('of requests', () => {
    expect(names(requestItemSchema.entries)).toEqual(
      [
        ...['id', 'extId', 'salon', 'salonId', 'dateTime', 'name', 'phone', 'email', 'bookingStatus', 'startsAt'],
        ...['amount', 'currency', 'origin', 'visitorSessionId', 'campaignId', 'sourceId', 'siteId', 'attribution'],
        ...['noContact', 'hidden'],
      ].sort(),
    );
  });

  it('of deals', () => {
    expect(names(dealItemSchema.entries)).toEqual(
      [
        ...['id', 'extId', 'salon', 'salonId', 'name', 'revenue', 'paidAmount', 'currency', 'createdDateTime'],
        ...['modifiedDateTime', 'closedDateTime', 'pipeline', 'senderPipeline', 'stage', 'contact', 'manager'],
        ...['deleted', 'hidden'],
      ].sort(),
    );
  });
});

function isInList(fields: Readonly<Record<string, { kept: string }>>, name: string): boolean {
  return fields[name]?.kept === 'list';
}
