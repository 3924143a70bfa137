import { describe, expect, it } from '@jest/globals';
import { dealSentIn } from '../../lib/comagic/deal-rows.ts';
import { dataApiMapping } from '../../lib/comagic/mapping.ts';
import { requestSentIn } from '../../lib/comagic/request-row.ts';
import type { DealRow, FunnelRow } from '../../lib/model/data-api.ts';
import type { DealRecord } from '../../lib/model/deal.ts';
import type { FoldedRequest } from '../../lib/model/request.ts';
import { zoneOf } from '../../lib/model/time-zone.ts';
import { aFoldedRequest } from '../build/folded.ts';

const { requestRow, dealRows, funnelRow, contactRow } = dataApiMapping;
const zone = zoneOf('Europe/Moscow')!;
const targets = { extId: 'arbat.b.558213', zone, fieldExtId: ({ id }: { id?: string }) => id && `arbat.${id}` };

const fullRequest = aFoldedRequest({
  name: 'Анна',
  phone: '+79161234567',
  phones: [
    { shown: '+74950001122', e164: '+74950001122' },
    { shown: '+79161234567', e164: '+79161234567' },
  ],
  email: 'anna@example.ru',
  emails: ['anna@example.ru'],
  message: 'Позвоните до обеда',
  origin: 'Виджет',
  visitorSessionId: '14783260762',
  userFields: [
    { id: 'card', name: 'Карта', value: '0042' },
    { id: 'pet', name: 'Питомец' },
  ],
  noContact: false,
});

describe('A request as it goes out', () => {
  it('has the main phone in digits, local times, and the custom fields that have a value', () => {
    expect(requestRow(fullRequest, targets)).toEqual({
      row: {
        date_time: '2026-03-14 12:31:05',
        name: 'Анна',
        phone: '79161234567',
        email: 'anna@example.ru',
        message: 'Позвоните до обеда',
        form_name: 'Виджет',
        ext_id: 'arbat.b.558213',
        visitor_session_id: 14783260762,
        user_fields: [{ ext_id: 'arbat.card', value: '0042' }],
      },
    });
  });

  it.each<[string, Partial<FoldedRequest>, object]>([
    ['by its session alone', { campaignId: '230144', siteId: '21507' }, { visitor_session_id: 14783260762 }],
    [
      'by its campaign, which has a site of its own',
      { visitorSessionId: 's-1', campaignId: '230144' },
      { campaign_id: 230144 },
    ],
    [
      'by no campaign at its site',
      { visitorSessionId: 's-1', campaignId: '-1', siteId: '21507' },
      { campaign_id: -1, site_id: 21507 },
    ],
    [
      'by its source at its site',
      { visitorSessionId: 's-1', sourceId: '-142', siteId: '21507' },
      { source_id: -142, site_id: 21507 },
    ],
  ])('is attributed %s', (_, over, way) => {
    const sent = requestRow({ ...fullRequest, ...over }, targets);
    const { visitor_session_id, campaign_id, source_id, site_id } = ('row' in sent ? sent.row : {}) as never;
    expect({ visitor_session_id, campaign_id, source_id, site_id }).toEqual({
      visitor_session_id: undefined,
      campaign_id: undefined,
      source_id: undefined,
      site_id: undefined,
      ...way,
    });
  });

  it.each<[string, Partial<FoldedRequest>, string]>([
    [
      'a phone or an e-mail',
      { phone: 'не скажу', phones: [{ shown: 'не скажу' }], email: undefined, emails: [] },
      'phone',
    ],
    ['a session, a campaign or a site', { visitorSessionId: 's-1' }, 'campaign_id'],
    ['the site of no campaign', { visitorSessionId: 's-1', campaignId: '-1' }, 'campaign_id'],
  ])('lacks %s', (_, over, missing) => {
    expect(requestRow({ ...fullRequest, ...over }, targets)).toEqual({ missing });
  });
});

const funnel: FunnelRow = {
  ext_id: 'default',
  name: 'Сделки из ПрофСалона',
  stages: {
    success: { ext_id: 'default/success', name: 'Оплачено' },
    failed: { ext_id: 'default/failed', name: 'Отменено' },
    in_process: [
      { ext_id: 'default/arbat./10', name: 'Новая', order: 10 },
      { ext_id: 'default/arbat./20', name: 'Подтверждённая', order: 20 },
    ],
  },
};

const fullDeal: DealRecord = {
  id: 'arbat.d.771904',
  salon: 'arbat',
  extId: '771904',
  name: 'Маникюр',
  revenue: 315050,
  currency: 'RUB',
  createdDateTime: '2026-03-14T09:31:05.900Z',
  modifiedDateTime: '2026-03-17T14:30:00.000Z',
  closedDateTime: '2026-03-17T14:05:44.000Z',
  pipeline: { id: 'default', name: 'Сделки из ПрофСалона' },
  stage: { name: 'Оплачено', type: 'success', typeFrom: 'sender' },
  stageHistory: [
    { id: '10', name: 'Новая', type: 'in_process', typeFrom: 'sender', at: '2026-03-14T09:00:00.000Z' },
    { id: '20', name: 'подтвержденная', type: 'in_process', typeFrom: 'sender', at: '2026-03-15T10:00:00.000Z' },
    { name: 'Оплачено', type: 'success', typeFrom: 'sender', at: '2026-03-17T14:05:44.000Z' },
  ],
  comments: 'Постоянный клиент',
  source: 'Сайт',
  tags: [{ id: 't1', name: 'vip' }, { name: 'акция' }, {}],
  services: [],
  userFields: [{ id: 'card', value: '0042' }],
  bookingIds: [],
  deleted: false,
  hidden: [],
  warnings: [],
};
const dealTargets = {
  ...targets,
  extId: 'arbat.d.771904',
  funnel,
  contact: 'arbat.7001',
  employee: 'arbat.12',
  communicationId: 7716,
};

describe('A deal as it goes out', () => {
  const head = {
    ext_id: 'arbat.d.771904',
    name: 'Маникюр',
    created_date_time: '2026-03-14 12:31:05',
    contact_ext_ids: ['arbat.7001'],
    main_contact_ext_id: 'arbat.7001',
    employee_ext_id: 'arbat.12',
    revenue: 3150.5,
    comments: 'Постоянный клиент',
    source: 'Сайт',
    communication_id: 7716,
    communication_type: 'offline_message',
    user_fields: [{ ext_id: 'arbat.card', value: '0042' }],
    tags: [
      { ext_id: 't1', name: 'vip' },
      { ext_id: 'акция', name: 'акция' },
    ],
    sales_funnel_ext_id: 'default',
  };

  it('has a row for each stage passed, the same creation in each, the closing in the last', () => {
    expect(dealRows(fullDeal, dealTargets)).toEqual([
      {
        ...head,
        stage_ext_id: 'default/arbat./10',
        // Not before the creation.
        modified_stage_date_time: '2026-03-14 12:31:05',
        modified_date_time: '2026-03-14 12:31:05',
      },
      {
        ...head,
        stage_ext_id: 'default/arbat./20',
        modified_stage_date_time: '2026-03-15 13:00:00',
        modified_date_time: '2026-03-15 13:00:00',
      },
      {
        ...head,
        stage_ext_id: 'default/success',
        modified_stage_date_time: '2026-03-17 17:05:44',
        modified_date_time: '2026-03-17 17:30:00',
        closed_date_time: '2026-03-17 17:05:44',
      },
    ]);
  });

  const stagesOf = (rows: DealRow[]) => rows.map((row) => [row.stage_ext_id, row.modified_stage_date_time]);

  it('never goes back in time, and tells a stage that goes on once', () => {
    const stageHistory: DealRecord['stageHistory'] = [
      { name: 'Новая', type: 'in_process', typeFrom: 'sender', at: '2026-03-16T10:00:00.000Z' },
      { name: 'Отказ', type: 'failed', typeFrom: 'sender', at: '2026-03-15T10:00:00.000Z' },
      { name: 'Не пришла', type: 'failed', typeFrom: 'sender', at: '2026-03-17T10:00:00.000Z' },
      { name: 'Новая', type: 'in_process', typeFrom: 'sender', at: '2026-03-18T10:00:00.000Z' },
    ];
    expect(stagesOf(dealRows({ ...fullDeal, stageHistory }, dealTargets))).toEqual([
      ['default/arbat./10', '2026-03-16 13:00:00'],
      ['default/failed', '2026-03-16 13:00:00'],
      ['default/arbat./10', '2026-03-18 13:00:00'],
    ]);
  });

  it('of which no stage was said stands in the first since its creation', () => {
    const { stage: _, name: __, closedDateTime: ___, ...little } = fullDeal;
    const [row, ...others] = dealRows({ ...little, stageHistory: [] }, dealTargets);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      name: 'Сделка 771904',
      stage_ext_id: 'default/arbat./10',
      modified_stage_date_time: '2026-03-14 12:31:05',
    });
  });
});

describe('A funnel as it goes out', () => {
  it('has stages in process in steps of 10, one success, one failed, ids of its own', () => {
    const stages = [
      { id: 'arbat./10', name: 'Новая', type: 'in_process' as const, order: 10 },
      { id: 'arbat./20', name: 'Подтверждённая', type: 'in_process' as const, order: 20 },
      { id: 'success', name: 'Оплачено', type: 'success' as const, order: 30 },
      { id: 'failed', name: 'Отменено', type: 'failed' as const, order: 40 },
    ];
    expect(funnelRow({ id: 'default', name: 'Сделки из ПрофСалона', stages })).toEqual(funnel);
  });

  it('has a stage in process though none was named', () => {
    const stages = [{ id: 'success', name: 'Оплачено', type: 'success' as const, order: 10 }];
    expect(funnelRow({ id: 'arbat', name: 'Мята', stages }).stages.in_process).toEqual([
      { ext_id: 'arbat/first', name: 'Новая', order: 10 },
    ]);
  });
});

describe('A contact as it goes out', () => {
  it('has its name, the day of first sight, numbers in digits and each e-mail once', () => {
    const contact = {
      name: 'Анна',
      phones: [{ shown: '+79161234567', e164: '+79161234567' }, { shown: '12-34' }],
      emails: ['anna@example.ru', 'anna@example.ru'],
      createdDateTime: '2026-03-14T09:31:05.000Z',
    };
    expect(contactRow(contact, 'arbat.7001', zone)).toEqual({
      ext_id: 'arbat.7001',
      name: 'Анна',
      created_date_time: '2026-03-14 12:31:05',
      phone_numbers: ['79161234567'],
      emails: ['anna@example.ru'],
    });
    expect(contactRow({ ...contact, name: undefined }, 'arbat.7001', zone).name).toBe('—');
  });
});

/** A value of each field that goes out by itself, other than those above. */
const otherRequest: Partial<Record<keyof FoldedRequest, unknown>> = {
  dateTime: '2026-03-15T00:00:00.000Z',
  name: 'Ирина',
  phones: [{ shown: '+79990000000', e164: '+79990000000' }],
  email: 'irina@example.ru',
  message: 'Нет',
  origin: 'Сайт',
  userFields: [{ id: 'card', value: '1' }],
  visitorSessionId: '2',
};
const otherDeal: Partial<Record<string, unknown>> = {
  name: 'Педикюр',
  revenue: 1,
  createdDateTime: '2026-03-13T00:00:00.000Z',
  modifiedDateTime: '2026-03-19T00:00:00.000Z',
  closedDateTime: '2026-03-18T00:00:00.000Z',
  stageHistory: [{ name: 'Отказ', type: 'failed', typeFrom: 'sender', at: '2026-03-15T00:00:00.000Z' }],
  source: 'Карты',
  comments: 'Нет',
  tags: [],
  userFields: [],
};

describe('What a field’s declaration says of the way out', () => {
  const sentBy = (request: object) => JSON.stringify(requestRow(request as FoldedRequest, targets));
  /** They count where a field beside them says nothing: tried above. */
  const seconds = ['phone', 'emails', 'campaignId', 'sourceId', 'siteId'];
  const ofRequest = Object.entries(requestSentIn).filter(([field]) => !seconds.includes(field));
  it.each(ofRequest)('holds for %s of a request: %s', (field, parameter) => {
    const value = otherRequest[field as keyof FoldedRequest];
    const changed = sentBy({ ...fullRequest, [field]: value ?? 'something else' });
    expect(changed === sentBy(fullRequest)).toBe(parameter === 'unsent');
  });

  const rowsOf = (deal: object) => dealRows(deal as DealRecord, dealTargets);
  const ofTargets = ['contact', 'manager', 'useDefaultPipeline'];
  it.each(Object.entries(dealSentIn))('holds for %s of a deal: %s', (field, parameter) => {
    const changed = rowsOf({ ...fullDeal, [field]: otherDeal[field] ?? 'something else' });
    if (parameter === 'unsent' || ofTargets.includes(field)) expect(changed).toEqual(rowsOf(fullDeal));
    else {
      expect(changed).not.toEqual(rowsOf(fullDeal));
      const values = (rows: DealRow[]) => rows.map((row) => row[parameter]);
      expect(values(changed)).not.toEqual(values(rowsOf(fullDeal)));
    }
  });
});
