import type { Answer, Body } from '../../api/client.ts';
import type { SettingName } from '../../words/codes.ts';

export type Salon = Answer<'GET /api/salons/{id}'>;
export type StageType = Salon['stageTypes'][string];
export type StatusWord = Salon['bookingStatuses'][string];

/** A word of the sender and what it means, as a row that may still be half filled in. */
export interface Taught<M extends string> {
  word: string;
  meaning: M;
}

/** The settings as a form holds them: texts are never absent, `token` is what was typed of a new one. */
export interface Draft {
  isActive: boolean;
  salonId: string;
  salonLogin: string;
  salonName: string;
  token: string;
  requireToken: boolean;
  sendRequests: boolean;
  attributeTo: Salon['attributeTo'];
  defaultCampaignId: string;
  defaultSourceId: string;
  defaultSiteId: string;
  sendDeals: boolean;
  useDefaultPipeline: boolean;
  requestsFrom: Salon['requestsFrom'];
  timezone: string;
  currency: string;
  stageTypes: readonly Taught<StageType>[];
  bookingStatuses: readonly Taught<StatusWord>[];
}

/** All fields, in the order of the page. */
export const settingNames = [
  'isActive',
  'token',
  'salonId',
  'salonLogin',
  'salonName',
  'sendRequests',
  'attributeTo',
  'defaultCampaignId',
  'defaultSourceId',
  'defaultSiteId',
  'requestsFrom',
  'sendDeals',
  'useDefaultPipeline',
  'requireToken',
  'timezone',
  'currency',
  'stageTypes',
  'bookingStatuses',
] as const satisfies readonly (SettingName & keyof Draft)[];

export function draftOf(salon: Salon): Draft {
  return {
    isActive: salon.isActive,
    salonId: salon.salonId ?? '',
    salonLogin: salon.salonLogin ?? '',
    salonName: salon.salonName ?? '',
    token: '',
    requireToken: salon.requireToken,
    sendRequests: salon.sendRequests,
    attributeTo: salon.attributeTo,
    defaultCampaignId: salon.defaultCampaignId ?? '',
    defaultSourceId: salon.defaultSourceId ?? '',
    defaultSiteId: salon.defaultSiteId ?? '',
    sendDeals: salon.sendDeals,
    useDefaultPipeline: salon.useDefaultPipeline,
    requestsFrom: salon.requestsFrom,
    timezone: salon.timezone,
    currency: salon.currency,
    stageTypes: Object.entries(salon.stageTypes).map(([word, meaning]) => ({ word, meaning })),
    bookingStatuses: Object.entries(salon.bookingStatuses).map(([word, meaning]) => ({ word, meaning })),
  };
}

/** A new salon: all that the account can take is on, for that is why a salon is connected. */
export function newDraft(account: { timezone: string; components: readonly string[] } | undefined): Draft {
  return {
    isActive: true,
    salonId: '',
    salonLogin: '',
    salonName: '',
    token: '',
    requireToken: true,
    sendRequests: account?.components.includes('offlineRequests') ?? false,
    attributeTo: 'campaign',
    defaultCampaignId: '',
    defaultSourceId: '',
    defaultSiteId: '',
    sendDeals: account?.components.includes('endToEndAnalytics') ?? false,
    useDefaultPipeline: true,
    requestsFrom: 'any',
    timezone: account?.timezone ?? 'Europe/Moscow',
    currency: 'RUB',
    stageTypes: [],
    bookingStatuses: [],
  };
}

/** The fields in which two forms differ. */
export function changedIn(before: Draft, after: Draft): (typeof settingNames)[number][] {
  return settingNames.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/** What a call is sent of these fields. A token that was not typed is none of them. */
export function bodyOf(draft: Draft, names: readonly (typeof settingNames)[number][]): Body<'POST /api/salons'> {
  const sent = { ...draft, stageTypes: taught(draft.stageTypes), bookingStatuses: taught(draft.bookingStatuses) };
  return Object.fromEntries(
    names.filter((name) => name !== 'token' || draft.token !== '').map((name) => [name, sent[name]]),
  );
}

function taught<M extends string>(rows: readonly Taught<M>[]): Record<string, M> {
  return Object.fromEntries(
    rows.filter(({ word }) => word.trim() !== '').map(({ word, meaning }) => [word.trim(), meaning]),
  );
}
