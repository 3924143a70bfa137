/**
 * Every name that we know, by the object it stands in: our field → the sender's names for it, most telling first. A
 * confirmed field name of ProfSalon is one line here. Parts (`client`, `stage`, …) may also stand flat beside the
 * others, as `client_phone` or `stage_id`. Capitals are Bitrix24's; `resource_id`, `title`, `attendance` … YCLIENTS'.
 */
export type Shape = Readonly<Record<string, readonly string[]>>;

/** The top of an event, around its object. */
export const envelopeNames = {
  eventId: ['event_id', 'messageId', 'uuid'],
  /** All that are present are read together. */
  event: ['event', 'type', 'action', 'event_name', 'resource', 'status'],
  resource: ['resource'],
  resourceId: ['resource_id'],
  occurredAt: ['occurred_at', 'timestamp', 'ts'],
  data: ['data'],
  deal: ['deal'],
  booking: ['booking', 'record'],
  fields: ['fields'],
  salon: ['salon', 'company', 'filial'],
} as const satisfies Shape;

export const salonNames = {
  id: ['id'],
  login: ['login'],
  name: ['name'],
  timezone: ['timezone'],
  currency: ['currency'],
} as const satisfies Shape;

/** A booking or a deal. */
export const objectNames = {
  id: ['id', 'ID', 'resource_id'],
  bookingIds: ['booking_ids'],
  number: ['number'],
  name: ['name', 'TITLE'],
  status: ['status', 'attendance', 'visit_attendance'],
  paid: ['paid_full'],
  deleted: ['deleted'],
  origin: ['origin'],
  online: ['online'],
  createdAt: ['created_at', 'create_date', 'DATE_CREATE'],
  updatedAt: ['updated_at', 'last_change_date', 'DATE_MODIFY'],
  stageChangedAt: ['stage_changed_at'],
  closedAt: ['closed_at'],
  startsAt: ['starts_at', 'datetime', 'date'],
  durationMin: ['duration_min'],
  amount: ['amount', 'revenue', 'OPPORTUNITY'],
  /** Inside bodies of a YCLIENTS `resource` alone; elsewhere `cost` is the cost price. */
  price: ['cost', 'cost_to_pay'],
  prepaid: ['prepaid'],
  paidAmount: ['paid_amount'],
  cost: ['cost'],
  currency: ['currency', 'CURRENCY_ID'],
  comment: ['comment'],
  pageUrl: ['page_url'],
  referrer: ['referrer'],
  isRepeat: ['is_repeat'],
  source: ['source'],
  yclid: ['yclid'],
  gclid: ['gclid'],
  ymClientId: ['ym_client_id'],
  session: ['session', 'session_id', 'visitor_session_id', 'cm_session_id', 'comagic_session_id', 'comagic_session'],
  managerId: ['ASSIGNED_BY_ID'],
  stageId: ['STAGE_ID'],
  stageType: ['STAGE_SEMANTIC_ID'],
  deal: ['deal'],
  booking: ['booking', 'record'],
  client: ['contact', 'client'],
  staff: ['staff'],
  manager: ['manager'],
  pipeline: ['pipeline'],
  stage: ['stage'],
  previousStage: ['previous_stage'],
  utm: ['utm'],
  salon: ['salon', 'company', 'filial'],
  services: ['services'],
  tags: ['tags'],
  customFields: ['custom_fields'],
} as const satisfies Shape;

/** Objects inside a booking or a deal, by the field that holds them. */
export const partNames = {
  client: {
    id: ['id'],
    name: ['name', 'display_name'],
    phone: ['phone'],
    phones: ['phones'],
    email: ['email'],
    emails: ['emails'],
    visitsCount: ['visits_count'],
  },
  staff: { id: ['id'], name: ['name'] },
  manager: { id: ['id'], name: ['name'], role: ['role'] },
  pipeline: { id: ['id'], name: ['name'] },
  stage: { id: ['id'], name: ['name'], type: ['type'], order: ['order'] },
  previousStage: { id: ['id'], name: ['name'], type: ['type'], order: ['order'] },
  utm: {
    source: ['utm_source', 'source'],
    medium: ['utm_medium', 'medium'],
    campaign: ['utm_campaign', 'campaign'],
    term: ['utm_term', 'term'],
    content: ['utm_content', 'content'],
  },
  deal: { id: ['id'] },
  booking: { id: ['id'] },
  salon: salonNames,
} as const satisfies Partial<Record<keyof typeof objectNames, Shape>>;

/** CoMagic's credentials of a visit, as an object or as a string of JSON. */
export const sessionNames = {
  session: ['visitor_session_id', 'session_id', 'cm_session_id', 'comagic_session_id', 'comagic_session'],
  visitorId: ['visitor_id'],
  hitId: ['hit_id'],
  siteKey: ['site_key'],
} as const satisfies Shape;

/** Elements of the lists of a booking or a deal. */
export const itemNames = {
  services: {
    id: ['id'],
    name: ['name', 'title'],
    price: ['price', 'cost', 'cost_to_pay'],
    quantity: ['quantity'],
  },
  tags: { id: ['id'], name: ['name'] },
  customFields: { id: ['id'], name: ['name'], type: ['type'], value: ['value'], values: ['values'] },
} as const satisfies Partial<Record<keyof typeof objectNames, Shape>>;

export const moneyNames = { amount: ['amount'], currency: ['currency'] } as const satisfies Shape;
