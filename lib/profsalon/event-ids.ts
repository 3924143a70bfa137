import { present } from '../model/present.ts';
import type { Reading } from '../model/reading.ts';
import type { Kind } from '../model/words.ts';
import { isBlank, type Fields } from '../reading/fields.ts';
import type { Warn } from '../reading/notes.ts';
import { roleOf, unwrapped } from '../reading/shapes.ts';
import type { Values } from '../reading/values.ts';
import type { EventObject } from './event-object.ts';
import { envelopeNames, holderNames, objectNames, partNames } from './names.ts';

type Ids = Pick<Reading, 'bookingId' | 'dealId' | 'bookingIds'>;

/** What an event is about, and what it names beside; references may stand around the object too. */
export function idsOf(kind: Kind, object: EventObject, top: Fields, values: Values, warn: Warn): Ids {
  const inside = values.id(object.fields, objectNames.id);
  const lone = object.holder !== undefined && object.holder !== kind;
  const [dealOfLone] = lone && kind === 'deal' ? referred('deal', [object.fields], values) : [];
  // A lone booking that names its deal is a booking of that deal; else an object of the other kind is taken for ours,
  // and names nothing beside itself.
  const around = object.isTop || (lone && dealOfLone === undefined) ? [object.fields] : [object.fields, top];
  const own = dealOfLone ?? inside ?? values.id(top, envelopeNames.resourceId) ?? referred(kind, around, values)[0];
  if (kind === 'booking') return present({ bookingId: own, dealId: referred('deal', around, values)[0] });
  const bookingIds = new Set(bookingsNamed(around, values, warn));
  if (dealOfLone !== undefined && inside !== undefined) bookingIds.add(inside);
  return present({ dealId: own, bookingIds: bookingIds.size > 0 ? [...bookingIds] : undefined });
}

function bookingsNamed(around: Fields[], values: Values, warn: Warn): string[] {
  return [...around.flatMap((fields) => listedIds(fields, values, warn)), ...referred('booking', around, values)];
}

const role = roleOf({ id: partNames.named.id });

/** Ids of those that fields refer to, as `deal_id`, `deal{id}` or `deal` with the id alone. */
function referred(to: Kind, around: Fields[], values: Values): string[] {
  return around.flatMap((fields) => values.id(values.part(fields, holderNames[to], role), partNames.named.id) ?? []);
}

export const betweenIds = /[,;\s]+/;
const listShape = { pieces: betweenIds, most: 100 };

/** A list of ids, or one alone. */
function listedIds(fields: Fields, values: Values, warn: Warn): string[] {
  const items = values.items(fields, objectNames.bookingIds, listShape) ?? [];
  return items.flatMap((item) => {
    const node = unwrapped(item);
    node.taken = true;
    if (isBlank(node.value)) return [];
    const inside = typeof node.value === 'object' ? values.inside(node, role) : { find: () => [node] };
    const id = values.id(inside, partNames.named.id);
    if (id === undefined) warn(node, 'no_id');
    return id ?? [];
  });
}
