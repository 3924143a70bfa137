/**
 * What the samples become as the API shows it, by hand from the contract. `extId` tells the records apart; the salon's
 * key, ids made of it and the list of events are asserted beside them.
 */

/** The salon's default: requests without a visit of their own go to it. */
export const campaignId = '900001';

const byDefault = { campaignId, attribution: { step: 'default', reason: 'default_campaign' } };
const bySession = { attribution: { step: 'session', reason: 'visitor_session' } };

/** booking-created.json: one visit, the client's own comment; its person is told by the booking, not by deal-updated.json. */
export const bookedRequest = {
  extId: '558213',
  salonId: '1042',
  number: 'З-558213',
  dateTime: '2026-03-14T09:31:05.000Z',
  name: 'Екатерина Смирнова',
  phone: '+79161234567',
  email: 'smirnova.k@example.ru',
  phones: ['+79161234567'],
  emails: ['smirnova.k@example.ru'],
  message: 'Хочу к Анне, если можно пораньше',
  bookingStatus: 'new',
  startsAt: '2026-03-17T12:30:00.000Z',
  durationMin: 90,
  amount: 350_000,
  prepaid: 0,
  currency: 'RUB',
  services: [
    { id: '17', name: 'Маникюр с покрытием гель-лак', price: 250_000, quantity: '1' },
    { id: '23', name: 'Парафинотерапия рук', price: 100_000, quantity: '1' },
  ],
  staff: { id: '77', name: 'Анна Котова' },
  origin: 'widget',
  pageUrl: 'https://myata-salon.ru/manikyur/?utm_source=yandex&utm_medium=cpc',
  referrer: 'https://yandex.ru/',
  userFields: [{ id: 'promo', name: 'Промокод', value: 'МАРТ10' }],
  visitorSessionId: '14783260762',
  utm: { source: 'yandex', medium: 'cpc', campaign: 'manikyur_msk', term: 'маникюр арбат', content: 'ad_2' },
  clickIds: { yclid: '11223344556677', ymClientId: '1743415929559311987' },
  ...bySession,
  noContact: false,
  hidden: [],
  warnings: [],
};

/** deal-created.form: a deal is a booking too. A deletion hides the deal and leaves the request, which was real. */
export const dealsRequest = {
  extId: '771950',
  salonId: '1042',
  dateTime: '2026-03-18T06:02:00.000Z',
  name: 'Марина',
  phone: '+79037654321',
  phones: ['+79037654321'],
  emails: [],
  bookingStatus: 'deleted',
  currency: 'RUB',
  services: [],
  userFields: [],
  visitorSessionId: '14783260801',
  utm: { source: 'vk', medium: 'social' },
  ...bySession,
  noContact: false,
  hidden: [],
  warnings: [],
};

/** records-cancelled-array.json, its first element: `attendance: -1`. */
export const cancelledRequest = {
  extId: '558240',
  salonId: '1042',
  dateTime: '2026-03-18T08:40:02.000Z',
  name: 'Дмитрий',
  phone: '+79261112233',
  phones: ['+79261112233'],
  emails: [],
  bookingStatus: 'cancelled',
  startsAt: '2026-03-18T08:00:00.000Z',
  currency: 'RUB',
  services: [{ id: '5', name: 'Мужская стрижка', price: 180_000 }],
  userFields: [],
  ...byDefault,
  noContact: false,
  hidden: [],
  warnings: [],
};

/** deal-updated.json. */
export const paidDeal = {
  extId: '771904',
  salonId: '1042',
  name: 'Запись №558213: Маникюр с покрытием гель-лак',
  revenue: 315_000,
  paidAmount: 315_000,
  cost: 64_050,
  currency: 'RUB',
  createdDateTime: '2026-03-14T09:31:00.000Z',
  modifiedDateTime: '2026-03-17T14:05:44.000Z',
  modifiedStageDateTime: '2026-03-17T14:05:44.000Z',
  closedDateTime: '2026-03-17T14:05:44.000Z',
  pipeline: { id: 'default', name: 'Сделки из ПрофСалона' },
  senderPipeline: { id: '1', name: 'Записи' },
  stage: { id: '40', name: 'Оплачено', type: 'success', typeFrom: 'sender', order: 40 },
  stageHistory: [
    {
      id: '40',
      name: 'Оплачено',
      type: 'success',
      typeFrom: 'sender',
      order: 40,
      pipeline: { id: '1', name: 'Записи' },
      at: '2026-03-17T14:05:44.000Z',
    },
  ],
  contact: {
    id: '90311',
    name: 'Екатерина Смирнова',
    phone: '+79161234567',
    phones: ['+74951112233', '+79161234567'],
    emails: [],
  },
  manager: { id: '12', name: 'Ольга Белова', role: 'администратор' },
  isRepeat: false,
  source: 'Виджет онлайн-записи',
  comments: 'Скидка 10% по промокоду',
  tags: [{ id: 'vip', name: 'VIP' }],
  services: [],
  userFields: [
    { id: 'master', name: 'Мастер', type: 'string', value: 'Анна Котова' },
    { id: 'service_count', name: 'Кол-во услуг', type: 'numeric', value: '2' },
  ],
  bookingIds: ['558213'],
  deleted: false,
  hidden: [],
  warnings: [],
};

/** deal-created.form and deal-deleted.json. */
export const deletedDeal = {
  extId: '771950',
  salonId: '1042',
  name: 'Запись: Стрижка женская + укладка',
  revenue: 420_050,
  currency: 'RUB',
  createdDateTime: '2026-03-18T06:02:00.000Z',
  modifiedDateTime: '2026-03-18T10:41:05.000Z',
  modifiedStageDateTime: '2026-03-18T06:02:00.000Z',
  pipeline: { id: 'default', name: 'Сделки из ПрофСалона' },
  senderPipeline: { id: '1', name: 'Записи' },
  stage: { id: '10', name: 'Новая запись', type: 'in_process', typeFrom: 'nothing' },
  stageHistory: [
    {
      id: '10',
      name: 'Новая запись',
      type: 'in_process',
      typeFrom: 'nothing',
      pipeline: { id: '1', name: 'Записи' },
      at: '2026-03-18T06:02:00.000Z',
    },
  ],
  contact: { id: '90410', name: 'Марина', phone: '+79037654321', phones: ['+79037654321'], emails: [] },
  manager: { id: '12', name: 'Ольга Белова' },
  tags: [],
  services: [],
  userFields: [{ id: 'master', value: 'Ирина Лебедева' }],
  bookingIds: [],
  visitorSessionId: '14783260801',
  utm: { source: 'vk', medium: 'social' },
  deleted: true,
  hidden: ['deleted'],
  warnings: [],
};

/** What the records were folded from: kind, act and version, oldest first. */
export const events = {
  bookedRequest: ['booking created 2026-03-14T09:31:07.000Z', 'deal updated 2026-03-17T14:05:44.000Z'],
  dealsRequest: ['deal created 2026-03-18T06:02:00.000Z', 'deal deleted 2026-03-18T10:41:05.000Z'],
  cancelledRequest: ['booking updated 2026-03-18T08:40:02.000Z'],
  paidDeal: ['deal updated 2026-03-17T14:05:44.000Z'],
  deletedDeal: ['deal created 2026-03-18T06:02:00.000Z', 'deal deleted 2026-03-18T10:41:05.000Z'],
};
