import type { CatalogName } from './catalog.ts';
import type { AuditLine } from './settings.ts';

/** Primary key of an item. */
export interface ItemKey {
  pk: string;
  sk: string;
}

type Audited = Pick<AuditLine, 'at' | 'salonKey' | 'member' | 'catalog' | 'job' | 'shown' | 'version'>;

/** Where everything stands in the settings table: written by the admin λ, read by the door and the workers. */
export const settingsKeys = {
  account: (accountKey: string): ItemKey => ({ pk: 'accounts', sk: accountKey }),
  member: (subject: string): ItemKey => ({ pk: `member#${subject}`, sk: 'member' }),
  /** Where to look for an account's members; whether they are, and what they may, the item of `member` says alone. */
  memberOf: (accountKey: string, subject: string): ItemKey => ({
    pk: `account#${accountKey}`,
    sk: `member#${subject}`,
  }),
  salon: (accountKey: string, salonKey: string): ItemKey => ({ pk: `account#${accountKey}`, sk: `salon#${salonKey}` }),
  /** Who is active with an id of ProfSalon's, as `plainSalonId` spells it. */
  claim: (accountKey: string, plainId: string): ItemKey => ({ pk: `account#${accountKey}`, sk: `claim#${plainId}` }),
  /** How many erasures an account has, and each of them. */
  erasures: (accountKey: string): ItemKey => ({ pk: `erasures#${accountKey}`, sk: 'head' }),
  erasure: (accountKey: string, number: number): ItemKey => ({
    pk: `erasures#${accountKey}`,
    sk: `erasure#${String(number).padStart(8, '0')}`,
  }),
  /** There when the sets of an older account have got their neighbours. */
  neighbours: (accountKey: string): ItemKey => ({ pk: `neighbours#${accountKey}`, sk: 'filled' }),
  hook: (hookKey: string): ItemKey => ({ pk: `hook#${hookKey}`, sk: 'hook' }),
  /** The last test delivery of a salon. */
  test: (accountKey: string, salonKey: string): ItemKey => ({ pk: `test#${accountKey}#${salonKey}`, sk: 'test' }),
  catalog: (accountKey: string, name: CatalogName): ItemKey => ({ pk: `account#${accountKey}`, sk: `catalog#${name}` }),
  /** Partition of an account's audit lines, which sort by time. */
  auditsOf: (accountKey: string): string => `audit#${accountKey}`,
  audit: (accountKey: string, line: Audited): ItemKey => ({
    pk: settingsKeys.auditsOf(accountKey),
    sk: `${line.at}#${changedIn(line)}#${line.version}`,
  }),
} as const;

function changedIn({ salonKey, member, catalog, job, shown }: Audited): string {
  if (shown !== undefined) return `shown#${shown.key}`;
  if (job !== undefined) return `job#${job}`;
  if (salonKey !== undefined) return salonKey;
  if (member !== undefined) return `member#${member}`;
  return catalog === undefined ? 'account' : `catalog#${catalog}`;
}
