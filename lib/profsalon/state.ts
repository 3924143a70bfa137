import type { Reading } from '../model/reading.ts';
import type { Act, Kind } from '../model/words.ts';
import { cleanText } from './clean.ts';
import { isActName } from './event-name.ts';
import { findAll, isEmpty, type Fields, type Found } from './fields.ts';
import { objectNames } from './names.ts';
import type { Warn } from './notes.ts';
import { present } from '../model/present.ts';
import { lastOf, statusOf, type Status } from './status.ts';
import type { Values } from './values.ts';

interface Name {
  kind: Kind;
  act: Act;
}

/** All that speaks of a status is read together, and the last that applies counts. */
export function statusOfEvent(fields: Fields, { kind, act }: Name, values: Values, warn: Warn): Status | undefined {
  const said = findAll(fields, objectNames.status).flatMap((found) => statusSaid(found, kind, warn) ?? []);
  if (values.flag(fields, objectNames.paid) === true) said.push('paid');
  if (kind === 'booking' && act === 'cancelled') said.push('cancelled');
  return lastOf(said);
}

/** Where an event is its own object, `status` may be a part of the event's name. */
function statusSaid({ value, path }: Found, kind: Kind, warn: Warn): Status | undefined {
  if (isEmpty(value)) return undefined;
  const status = typeof value === 'string' ? statusOf(cleanText(value), kind) : undefined;
  const isName = path === 'status' && typeof value === 'string' && isActName(value);
  if (status === undefined && !isName) warn(path, 'unknown_status');
  return status;
}

const online = /widget|online|виджет|онлайн/i;

/** The origin as said; `online: true` of YCLIENTS is one too, and `false` another. */
export function originOf(fields: Fields, { text, flag }: Values): Reading['origin'] {
  const said = text(fields, objectNames.origin);
  const flagged = flag(fields, objectNames.online);
  if (said === undefined && flagged === undefined) return undefined;
  return { ...present({ text: said }), online: flagged === true || (said !== undefined && online.test(said)) };
}
