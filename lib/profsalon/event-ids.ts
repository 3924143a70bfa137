import type { Reading } from '../model/reading.ts';
import type { Kind } from '../model/words.ts';
import type { EventObject } from './event-object.ts';
import { findAll, isBlank, itemsOf, partOf, type Fields } from './fields.ts';
import { envelopeNames, objectNames, partNames } from './names.ts';
import { present } from './present.ts';
import type { Warn } from './notes.ts';
import type { Values } from './values.ts';

type Ids = Pick<Reading, 'bookingId' | 'dealId' | 'bookingIds'>;

/** What an event is about, and what it names beside; references may stand around the object too. */
export function idsOf(kind: Kind, object: EventObject, top: Fields, values: Values, warn: Warn): Ids {
  // The object of the other kind that was taken for ours names nothing beside itself.
  const around = isOthers(kind, object) ? [object.fields] : [object.fields, top];
  const referred = (to: Kind) =>
    around.flatMap((fields) => values.id(partOf(fields, objectNames[to], partNames[to]), ['id']) ?? []);
  const own = values.id(object.fields, objectNames.id) ?? values.id(top, envelopeNames.resourceId) ?? referred(kind)[0];
  if (kind === 'booking') return present({ bookingId: own, dealId: referred('deal')[0] });
  const listed = around.flatMap((fields) => listedIds(fields, values, warn));
  const bookingIds = [...new Set([...listed, ...referred('booking')])];
  return present({ dealId: own, bookingIds: bookingIds.length > 0 ? bookingIds : undefined });
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
