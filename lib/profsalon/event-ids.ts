import type { Reading } from '../model/reading.ts';
import type { Kind } from '../model/words.ts';
import type { EventObject } from './event-object.ts';
import { findAll, isBlank, itemsOf, partOf, type Fields } from './fields.ts';
import { envelopeNames, objectNames, partNames } from './names.ts';
import { present } from '../model/present.ts';
import type { Warn } from './notes.ts';
import type { Values } from './values.ts';

type Ids = Pick<Reading, 'bookingId' | 'dealId' | 'bookingIds'>;

/** What an event is about, and what it names beside; references may stand around the object too. */
export function idsOf(kind: Kind, object: EventObject, top: Fields, values: Values, warn: Warn): Ids {
  const inside = values.id(object.fields, objectNames.id);
  const lone = isOthers(kind, object);
  // A lone booking that names its deal is a booking of that deal; else an object of the other kind is taken for ours,
  // and names nothing beside itself.
  const dealOfLone = lone && kind === 'deal' ? referred('deal', [object.fields], values)[0] : undefined;
  const around = lone && dealOfLone === undefined ? [object.fields] : [object.fields, top];
  const own = dealOfLone ?? inside ?? values.id(top, envelopeNames.resourceId) ?? referred(kind, around, values)[0];
  if (kind === 'booking') return present({ bookingId: own, dealId: referred('deal', around, values)[0] });
  const listed = around.flatMap((fields) => listedIds(fields, values, warn));
  const beside = dealOfLone === undefined || inside === undefined ? [] : [inside];
  const bookingIds = [...new Set([...beside, ...listed, ...referred('booking', around, values)])];
  return present({ dealId: own, bookingIds: bookingIds.length > 0 ? bookingIds : undefined });
}

/** Ids of those that fields refer to, as `deal_id` or `deal{id}`. */
function referred(to: Kind, around: Fields[], values: Values): string[] {
  return around.flatMap((fields) => values.id(partOf(fields, objectNames[to], partNames[to]), ['id']) ?? []);
}

function isOthers(kind: Kind, { path }: EventObject): boolean {
  const others: readonly string[] = envelopeNames[kind === 'deal' ? 'booking' : 'deal'];
  return others.includes(path);
}

/** A list of ids, or one alone. */
function listedIds(fields: Fields, values: Values, warn: Warn): string[] {
  return findAll(fields, objectNames.bookingIds).flatMap((found) =>
    (itemsOf(found) ?? [found]).flatMap((item) => {
      if (isBlank(item.value)) return [];
      const id = values.id(new Map([['id', item]]), ['id']);
      if (id === undefined) warn(item.path, 'no_id');
      return id ?? [];
    }),
  );
}
