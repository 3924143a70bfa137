import type { CatalogName } from './catalog.ts';

/** Primary key of an item. */
export interface ItemKey {
  pk: string;
  sk: string;
}

/** Where everything stands in the settings table: written by the admin λ, read by the door and the workers. */
export const settingsKeys = {
  account: (accountKey: string): ItemKey => ({ pk: 'accounts', sk: accountKey }),
  member: (subject: string): ItemKey => ({ pk: `member#${subject}`, sk: 'member' }),
  salon: (accountKey: string, salonKey: string): ItemKey => ({ pk: `account#${accountKey}`, sk: `salon#${salonKey}` }),
  hook: (hookKey: string): ItemKey => ({ pk: `hook#${hookKey}`, sk: 'hook' }),
  catalog: (accountKey: string, name: CatalogName): ItemKey => ({ pk: `account#${accountKey}`, sk: `catalog#${name}` }),
  audit: (accountKey: string, line: { at: string; salonKey: string; version: number }): ItemKey => ({
    pk: `audit#${accountKey}`,
    sk: `${line.at}#${line.salonKey}#${line.version}`,
  }),
} as const;
