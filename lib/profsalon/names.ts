import { named } from '../reading/folded-name.ts';

/**
 * Every name that we know, by the object it stands in: our field → the sender's names for it, most telling first. A
 * confirmed field name of ProfSalon is one line here. Case and separators do not matter, and parts (`client`, `stage`, …)
 * may also stand flat beside the others, as `client_phone` or `stageId`.
 */

/** The top of an event, around its object. */
export const envelopeNames = {
  eventId: named('event_id', 'messageId', 'uuid'),
  resourceId: named('resource_id'),
  occurredAt: named('occurred_at', 'timestamp', 'ts', 'event_time'),
  salon: named('salon', 'filial'),
  /** The salon in the envelope and in bodies of a YCLIENTS `resource`; elsewhere it is the client's. */
  company: named('company'),
  events: named('events'),
  /** Fields of a form that may hold the body as JSON. */
  body: named('payload', 'json'),
  token: named('token', 'access_token', 'api_token'),
  auth: named('auth'),
  applicationToken: named('application_token'),
};

/** What an event may be called by; all that are names are read together. */
export const eventNames = {
  event: named('event'),
  type: named('type'),
  eventType: named('event_type'),
  action: named('action'),
  eventName: named('event_name'),
  resource: named('resource'),
  object: named('object'),
  topic: named('topic'),
  trigger: named('trigger'),
  hook: named('hook'),
  status: named('status'),
};

/** What may hold the object of an event: an entity's own name, then names that say nothing of it. */
export const holderNames = {
  deal: named('deal', 'lead'),
  booking: named('booking', 'record', 'appointment', 'visit'),
  any: named('data', 'payload', 'object'),
  /** The object only when it holds an id and nothing else is it; else custom fields. */
  fields: named('fields'),
};

export const salonNames = {
  id: named('id'),
  login: named('login'),
  name: named('name'),
  timezone: named('timezone'),
  currency: named('currency'),
};

/** A booking or a deal. */
export const objectNames = {
  id: named('id', 'resource_id'),
  bookingIds: named('booking_ids'),
  number: named('number'),
  name: named('name', 'title'),
  status: named('status'),
  attendance: named('attendance'),
  visitAttendance: named('visit_attendance'),
  paid: named('paid_full'),
  deleted: named('deleted', 'is_deleted'),
  deletedAt: named('deleted_at'),
  origin: named('origin'),
  online: named('online'),
  createdAt: named('created_at', 'create_date', 'date_create'),
  updatedAt: named('updated_at', 'last_change_date', 'date_modify'),
  stageChangedAt: named('stage_changed_at'),
  closedAt: named('closed_at'),
  startsAt: named('starts_at', 'datetime', 'date'),
  /** Beside a date alone. */
  time: named('time'),
  durationMin: named('duration_min'),
  amount: named(
    'amount',
    'opportunity',
    'revenue',
    'total_amount',
    'total_sum',
    'total_price',
    'total',
    'sum',
    'price',
  ),
  /** The price of a visit in bodies of a YCLIENTS `resource`. */
  priceOfVisit: named('cost_to_pay', 'cost'),
  prepaid: named('prepaid'),
  paidAmount: named('paid_amount'),
  cost: named('cost'),
  discount: named('discount'),
  currency: named('currency', 'currency_id'),
  comment: named('comment'),
  pageUrl: named('page_url'),
  referrer: named('referrer'),
  isRepeat: named('is_repeat'),
  source: named('source'),
  yclid: named('yclid'),
  gclid: named('gclid'),
  ymClientId: named('ym_client_id'),
  session: named(
    'session',
    'session_id',
    'visitor_session_id',
    'cm_session_id',
    'comagic_session_id',
    'comagic_session',
  ),
  managerId: named('assigned_by_id'),
  stageId: named('stage_id'),
  stageType: named('stage_semantic_id'),
  staff: named('staff', 'master', 'employee', 'specialist'),
  manager: named('manager', 'responsible', 'responsible_user'),
  pipeline: named('pipeline'),
  stage: named('stage'),
  previousStage: named('previous_stage'),
  utm: named('utm'),
  services: named('services'),
  tags: named('tags'),
  customFields: named('custom_fields'),
};

/** Who a booking or a deal is about. */
export const personNames = {
  one: named('contact', 'client', 'customer'),
  /** Words that mean a visit of the site as well: only as an object, or flat with a name, a phone or an e-mail. */
  guest: named('visitor', 'guest'),
  several: named('clients', 'contacts'),
};

/** Objects inside a booking or a deal, by the field that holds them. */
export const partNames = {
  person: {
    id: named('id'),
    name: named('name', 'full_name', 'fio', 'display_name'),
    firstName: named('first_name'),
    middleName: named('middle_name', 'patronymic', 'second_name'),
    lastName: named('last_name', 'surname'),
    phone: named('phone', 'phone_number', 'mobile', 'tel', 'telephone', 'phones'),
    email: named('email', 'mail', 'emails'),
    visitsCount: named('visits_count'),
  },
  staff: { id: named('id'), name: named('name') },
  manager: { id: named('id'), name: named('name'), role: named('role') },
  pipeline: { id: named('id'), name: named('name') },
  stage: { id: named('id'), name: named('name'), type: named('type'), order: named('order') },
  utm: {
    source: named('utm_source', 'source'),
    medium: named('utm_medium', 'medium'),
    campaign: named('utm_campaign', 'campaign'),
    term: named('utm_term', 'term'),
    content: named('utm_content', 'content'),
  },
  /** Of a deal or a booking that another event names. */
  named: { id: named('id') },
};

/** CoMagic's credentials of a visit, as an object or as a text of JSON. */
export const sessionNames = {
  session: named('visitor_session_id', 'session_id', 'cm_session_id', 'comagic_session_id', 'comagic_session'),
  /** Known, and of no use. */
  beside: named('visitor_id', 'hit_id', 'site_key', 'client_id'),
};

/** Elements of the lists of a booking or a deal. */
export const itemNames = {
  services: {
    id: named('id'),
    name: named('name', 'title'),
    price: named('price', 'cost_to_pay', 'cost'),
    quantity: named('quantity'),
    /** The quantity where a price stands beside it, as YCLIENTS writes it; else the price. */
    amount: named('amount'),
  },
  tags: { id: named('id'), name: named('name') },
  customFields: {
    id: named('id'),
    name: named('name'),
    type: named('type'),
    value: named('value'),
    values: named('values'),
  },
};
