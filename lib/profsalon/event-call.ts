import type { FieldMap, TaughtField } from '../model/field-map.ts';
import type { Kind } from '../model/words.ts';
import { fieldsOf, type Fields } from '../reading/fields.ts';
import { named, type Names } from '../reading/folded-name.ts';
import { idOf } from '../reading/id.ts';
import type { Node } from '../reading/node.ts';
import type { Warn } from '../reading/notes.ts';
import { nameOf, type EventName } from './event-name.ts';
import { objectOf } from './event-object.ts';
import { eventNames } from './names.ts';
import { envelopeTaught } from './taught.ts';

/** What an event is called, and what settings teach of its envelope: to be read where the event itself says nothing. */
export interface EventCall {
  name: EventName;
  taught: Fields;
}

const ofEnvelope: readonly TaughtField[] = ['event', 'senderEventId', 'salonId', 'salonLogin', 'bookingId', 'dealId'];
const untaught: Fields = { find: () => [] };

/** The same at the door and in the workers: they must agree on what an event is. */
export function callOf(root: Node, top: Fields, fieldMap: FieldMap, warn: Warn): EventCall {
  const own = nameOf(top);
  if (Object.keys(fieldMap).length === 0) return { name: own, taught: untaught };
  // Opens what holds the object, so that paths lead into it.
  if (own.kind === undefined) objectOf(top, 'booking', () => undefined);
  const taught = fieldsOf(envelopeTaught(root, fieldMap, ofEnvelope));
  return { name: taughtName(own, top, taught, warn), taught };
}

/** A taught name, and the kind of a taught id, count where the event has no name, or none that says of what it is. */
function taughtName(own: EventName, top: Fields, taught: Fields, warn: Warn): EventName {
  if (own.kind !== undefined && own.isNamed) return own;
  const kind = kinds.find((one) => hasId(taught, idNames[one]));
  const [said] = taught.find(eventNames.event);
  if (said === undefined) return kind === undefined ? own : nameOf(top, kind);
  const instead = (other: Fields): Fields => ({
    find: (names) => (names === eventNames.event ? [said] : other.find(names)),
  });
  if (!nameOf(instead(untaught)).isNamed) warn(said, 'unknown_event');
  return nameOf(instead(top), kind);
}

const kinds = ['deal', 'booking'] as const;
const idNames: Readonly<Record<Kind, Names>> = { deal: named('deal_id'), booking: named('booking_id') };

function hasId(taught: Fields, names: Names): boolean {
  return taught.find(names).some(({ value }) => typeof value === 'string' && idOf(value) !== undefined);
}
