import type { RouteAct } from '../../model/acts.ts';
import { contactId } from '../../model/ids.ts';
import { present } from '../../model/present.ts';
import type { ContactItem, ListedContact } from '../../model/references.ts';
import type { Salon } from '../../model/settings.ts';
import { nameOfQuery, pageAnswer, type StoredPage } from './pages.ts';
import { periodOf, type Period } from './period.ts';
import { salonsAsked, type TodayDeps } from './today.ts';

interface ContactsQuery extends Period {
  accountKey: string;
  order: 'asc' | 'desc';
  limit: number;
  cursor?: string | undefined;
  /** Names the query, for its cursors. */
  query: string;
  keep: (listed: ListedContact) => boolean;
}
export interface ListContactsDeps extends Pick<TodayDeps, 'listSalons'> {
  listContacts: (query: ContactsQuery) => Promise<StoredPage<ListedContact>>;
  now: () => Date;
}

/** Contacts of an account by when they were first spoken of. */
export function listContacts(deps: ListContactsDeps): RouteAct<'GET /api/contacts'> {
  return async ({ account, query }) => {
    const period = periodOf(query, account.timezone, deps.now());
    if ('error' in period) return period;
    const salons = await salonsAsked(deps, account.key, query.salon);
    if ('error' in salons) return salons;
    const byKey = new Map(salons.map((salon) => [salon.key, salon]));
    const keep = ({ salon, phones, emails, name }: ListedContact) =>
      byKey.has(salon) && (name !== undefined || phones.length + emails.length > 0);
    const { order, limit, cursor } = query;
    const name = nameOfQuery('GET /api/contacts', account, query);
    const asked = { ...period, order, limit, cursor, query: name, keep };
    const page = await deps.listContacts({ accountKey: account.key, ...asked });
    return pageAnswer(page, (listed) => {
      const salon = byKey.get(listed.salon);
      return salon === undefined ? [] : [contactItem(listed, salon)];
    });
  };
}

function contactItem({ key, id, name, phones, emails, createdDateTime }: ListedContact, salon: Salon): ContactItem {
  return present({
    id: contactId(salon.key, key),
    salon: salon.key,
    salonId: salon.salonId,
    extId: id,
    name,
    phones,
    emails,
    createdDateTime,
  });
}
