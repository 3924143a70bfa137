import { present } from '../model/present.ts';
import type { Reading } from '../model/reading.ts';
import type { TimeZone } from '../model/time-zone.ts';
import { isEmpty, pick, type Fields } from '../reading/fields.ts';
import { zeroFraction } from '../reading/id.ts';
import type { Node } from '../reading/node.ts';
import type { Warn } from '../reading/notes.ts';
import { unwrapped } from '../reading/shapes.ts';
import { cleanText, cut } from '../reading/text.ts';
import type { Values } from '../reading/values.ts';
import { most } from '../reading/values-of-text.ts';
import type { EventName } from './event-name.ts';
import type { EventObject } from './event-object.ts';
import { objectNames } from './names.ts';

type StatusSaid = NonNullable<Reading['statuses']>[number];

const statusFields = [
  ['status', objectNames.status],
  ['attendance', objectNames.attendance],
  ['visit_attendance', objectNames.visitAttendance],
] as const;

interface StatusPlaces {
  object: EventObject;
  top: Fields;
  name: EventName;
}

/**
 * All that speaks of a status, as said and in which field: what it means is asked when it is read. A `status` around the
 * object that is no part of the event's name is the object's, unless it has one of its own.
 */
export function statusesOf({ object, top, name }: StatusPlaces, values: Values, warn: Warn): StatusSaid[] | undefined {
  const { fields, isTop } = object;
  const own = statusFields.flatMap(([field, names]) =>
    isTop && field === 'status' && name.hasStatus ? [] : saidIn(fields.find(names), field, warn),
  );
  const hasOwn = own.some(({ field }) => field === 'status');
  const around = isTop || hasOwn || name.hasStatus ? [] : saidIn(top.find(objectNames.status), 'status', warn);
  const paid = values.flag(fields, objectNames.paid) === true ? [{ text: 'paid', field: 'paid_full' }] : [];
  const said = [...own, ...around, ...paid];
  return said.length > 0 ? said : undefined;
}

function saidIn(nodes: Node[], field: string, warn: Warn): StatusSaid[] {
  return nodes.map(unwrapped).flatMap((node) => {
    node.taken = true;
    if (isEmpty(node.value)) return [];
    if (typeof node.value !== 'string') {
      warn(node, 'not_text');
      return [];
    }
    const text = cut(cleanText(node.value).replace(zeroFraction, '$1'), most.text);
    return text === '' ? [] : [{ text, field }];
  });
}

/** Whether an event says that its object is deleted: by its name first, then by its fields. */
export function deletedOf(
  { fields }: EventObject,
  { restored }: EventName,
  values: Values,
  zone: TimeZone,
): boolean | undefined {
  const flagged = values.flag(fields, objectNames.deleted);
  const dated = deletedAt(fields, values, zone);
  if (restored) return false;
  if (flagged === true || dated === true) return true;
  return flagged ?? dated;
}

/** A date says yes; `null`, `""` and 0 say no. */
function deletedAt(fields: Fields, values: Values, zone: TimeZone): boolean | undefined {
  const node = pick(fields.find(objectNames.deletedAt).map(unwrapped));
  if (node === undefined) return undefined;
  if (isEmpty(node.value)) return false;
  const at = values.time(fields, objectNames.deletedAt, { zone });
  if (at !== undefined) return true;
  return typeof node.value === 'string' && noDate.test(cleanText(node.value)) ? false : undefined;
}

/** Zero, or a date of zeros. */
export const noDate = /^[0:./ TZ-]{1,30}$/;
export const online = /widget|online|виджет|онлайн/i;

/** The origin as said; `online: true` of YCLIENTS is one too, and `false` another. */
export function originOf(fields: Fields, { text, flag }: Values): Reading['origin'] {
  const said = text(fields, objectNames.origin);
  const flagged = flag(fields, objectNames.online);
  if (said === undefined && flagged === undefined) return undefined;
  return { ...present({ text: said }), online: flagged === true || (said !== undefined && online.test(said)) };
}
