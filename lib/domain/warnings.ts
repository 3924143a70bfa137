import type { Person } from './person.ts';
import type { Told } from './told.ts';

/** Of one record. */
const most = 50;

/** What a record is warned of: by its events, the newest 50, and by its fold. */
export function warningsOf(events: Told[], byFold: string[]): string[] {
  const said = [...new Set(events.flatMap(({ warnings }) => warnings))].slice(-most);
  return [...new Set([...said, ...byFold])];
}

/** A contact stood where nobody read, and the record has none. */
export function unreadContact(events: Told[], { phones, emails }: Pick<Person, 'phones' | 'emails'>): string[] {
  if (phones.length > 0 || emails.length > 0) return [];
  return events.some(({ contactUnread }) => contactUnread) ? ['contact_unread'] : [];
}
