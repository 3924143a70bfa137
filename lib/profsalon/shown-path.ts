import { pathOf, type Place } from '../reading/place.ts';
import { isContact } from './unread-contact.ts';

/** Names that a sender made of somebody's phone or e-mail. */
const hidden = '*';

/** A path as people see it, and as lines and rows keep it: it names nobody. */
export function shownPath(place: Place): string {
  return pathOf(shownPlace(place));
}

function shownPlace({ name, parent }: Place): Place {
  return { name: isContact(name) ? hidden : name, parent: parent && shownPlace(parent) };
}
