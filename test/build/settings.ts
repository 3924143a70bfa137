import type { Account, Deciding, Salon, StoredSalon } from '../../lib/model/settings.ts';

/** The settings that decide: all switched on, a default campaign. */
export function deciding(over: Partial<Deciding> = {}): Deciding {
  return {
    version: 1,
    isActive: true,
    salonId: '1042',
    salonLogin: 'msc_myata_arbat',
    sendRequests: true,
    sendDeals: true,
    attributeTo: 'campaign',
    defaultCampaignId: '230144',
    useDefaultPipeline: true,
    requestsFrom: 'any',
    timezone: 'Europe/Moscow',
    currency: 'RUB',
    ...over,
  };
}

export function aSalon(over: Partial<Salon> = {}): Salon {
  return {
    v: 1,
    key: 'arbat',
    accountKey: 'demo',
    ...deciding(),
    salonName: 'Мята, Арбат',
    requireToken: true,
    stageTypes: {},
    fieldMap: {},
    bookingStatuses: {},
    matchBooking: false,
    matchContact: false,
    matchUtm: false,
    lookbackDays: 30,
    hookKeys: [{ key: 'hook-key-of-the-salon-0123456789abcdef' }],
    createdAt: '2026-03-01T00:00:00.000Z',
    updatedAt: '2026-03-01T00:00:00.000Z',
    ...over,
  };
}

/** A salon as its item holds it since it was connected. */
export function asConnected(salon: Salon): StoredSalon {
  const { key: salonKey, createdAt: at, version } = salon;
  return {
    ...salon,
    lastAudit: { v: 1, at, subject: 'seed', salonKey, what: 'salon_created', version, changes: {} },
  };
}

export function anAccount(over: Partial<Account> = {}): Account {
  return {
    v: 1,
    key: 'demo',
    hasNeighbours: true,
    name: 'Демо',
    timezone: 'Europe/Moscow',
    components: ['offlineRequests', 'endToEndAnalytics'],
    hmacSecret: Buffer.alloc(32, 7).toString('base64'),
    createdAt: '2026-03-01T00:00:00.000Z',
    ...over,
  };
}
