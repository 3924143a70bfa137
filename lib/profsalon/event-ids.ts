import { present } from '../model/present.ts';
import type { Reading } from '../model/reading.ts';
import type { Kind } from '../model/words.ts';
import { isBlank, type Fields } from '../reading/fields.ts';
import type { Warn } from '../reading/notes.ts';
import { digits, namesByShape, unwrapped } from '../reading/shapes.ts';
import type { Values } from '../reading/values.ts';
import type { EventObject } from './event-object.ts';
import { envelopeNames, holderNames, objectNames, partNames } from './names.ts';

type Ids = Pick<Reading, 'bookingId' | 'dealId' | 'bookingIds'>;

/** What an event is about, and what it names beside; references may stand around the object too. */
export function idsOf(kind: Kind, object: EventObject, top: Fields, values: Values, warn: Warn): Ids {
  const inside = values.id(object.fields, objectNames.id);
  const alone = object.isTop || isOther(kind, object);
  const around = alone ? [object.fields] : [object.fields, top];
  if (kind === 'booking') {
    const own = inside ?? idBeside('booking', around, top, values);
    return present({ bookingId: own, dealId: referred('deal', around, values)[0] });
  }
  const [dealOfBooking] = isOther(kind, object) ? referred('deal', [object.fields], values) : [];
  if (dealOfBooking !== undefined) {
    return present({ dealId: dealOfBooking, bookingIds: listedOnce([object.fields, top], values, warn, inside) });
  }
  const own = inside ?? idBeside('deal', around, top, values);
  return present({ dealId: own, bookingIds: listedOnce(around, values, warn) });
}

/** Whether an object of the other kind stands in the event's place: taken for the event's own, it names nothing beside itself. */
function isOther(kind: Kind, { holder }: EventObject): boolean {
  return holder !== undefined && holder !== kind;
}

function idBeside(kind: Kind, around: Fields[], top: Fields, values: Values): string | undefined {
  return values.id(top, envelopeNames.resourceId) ?? referred(kind, around, values)[0] ?? idInPlace(top, values);
}

/** Digits alone in the place of the object are its id. */
function idInPlace(top: Fields, values: Values): string | undefined {
  const alone = top.find(holderNames.any).filter(({ value }) => typeof value === 'string' && digits.test(value.trim()));
  return values.id({ find: () => alone }, holderNames.any);
}

/** Ids of bookings, `first` before those that are named. */
function listedOnce(around: Fields[], values: Values, warn: Warn, first?: string): string[] | undefined {
  const listed = around.flatMap((fields) => listedIds(fields, values, warn));
  const ids = [...new Set([first, ...listed, ...referred('booking', around, values)])].filter((id) => id !== undefined);
  return ids.length > 0 ? ids : undefined;
}

const namesOf = namesByShape({ id: partNames.named.id });

/** Ids of those that fields refer to, as `deal_id`, `deal{id}` or `deal` with the id alone. */
function referred(to: Kind, around: Fields[], values: Values): string[] {
  return around.flatMap((fields) => values.id(values.part(fields, holderNames[to], namesOf), partNames.named.id) ?? []);
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
    const inside = typeof node.value === 'object' ? values.inside(node, namesOf) : { find: () => [node] };
    const id = values.id(inside, partNames.named.id);
    if (id === undefined) warn(node, 'no_id');
    return id ?? [];
  });
}
