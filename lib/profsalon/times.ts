import type { Reading } from '../model/reading.ts';
import { find, type Fields } from './fields.ts';
import { envelopeNames, objectNames, salonNames } from './names.ts';
import type { Warn } from './notes.ts';
import { present } from '../model/present.ts';
import { salonOf } from './salon.ts';
import { zoneOf, type TimeZone } from './time-zone.ts';
import type { Values } from './values.ts';

interface Reader {
  values: Values;
  context: { timezone: string; receivedAt: string };
  warn: Warn;
}
type Times = Pick<Reading, 'occurredAt' | 'createdAt' | 'updatedAt' | 'stageChangedAt' | 'closedAt' | 'startsAt'>;

/** Clamping is the fold's; here a time after the receive time is only warned. A visit lies in the future. */
export function timesOf(fields: Fields, top: Fields, reader: Reader): Times {
  const { values, context } = reader;
  const zone = zoneOfEvent(fields, top, reader);
  const past = { zone, notAfter: context.receivedAt };
  return present({
    occurredAt: values.time(top, envelopeNames.occurredAt, past),
    createdAt: values.time(fields, objectNames.createdAt, past),
    updatedAt: values.time(fields, objectNames.updatedAt, past),
    stageChangedAt: values.time(fields, objectNames.stageChangedAt, past),
    closedAt: values.time(fields, objectNames.closedAt, past),
    startsAt: values.time(fields, objectNames.startsAt, { zone }),
  });
}

const utc: TimeZone = { name: 'UTC', offsetAt: () => 0 };

/** The zone that the event names for its salon, else that of the settings. */
function zoneOfEvent(fields: Fields, top: Fields, { values, context, warn }: Reader): TimeZone {
  const settings = zoneOf(context.timezone) ?? utc;
  const salon = salonOf(fields, top);
  const said = find(salon, salonNames.timezone);
  const name = values.text(salon, salonNames.timezone);
  if (!said || name === undefined) return settings;
  const zone = zoneOf(name);
  if (!zone) warn(said.path, 'unknown_timezone');
  else if (zone.name !== settings.name) warn(said.path, 'differs_from_settings');
  return zone ?? settings;
}
