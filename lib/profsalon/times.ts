import { present } from '../model/present.ts';
import type { Reading } from '../model/reading.ts';
import { zoneOf, type TimeZone } from '../model/time-zone.ts';
import type { Fields } from '../reading/fields.ts';
import type { Warn } from '../reading/notes.ts';
import type { Values } from '../reading/values.ts';
import { envelopeNames, objectNames, salonNames } from './names.ts';
import { salonsNamed } from './salon.ts';

type Times = Pick<Reading, 'occurredAt' | 'createdAt' | 'updatedAt' | 'stageChangedAt' | 'closedAt' | 'startsAt'>;

interface TimePlaces {
  fields: Fields;
  top: Fields;
  zone: TimeZone;
  receivedAt: string;
}

/** Clamping is the fold's; here a time after the receive time is only warned. A visit lies in the future. */
export function timesOf({ fields, top, zone, receivedAt }: TimePlaces, values: Values): Times {
  const past = { zone, notAfter: receivedAt };
  return present({
    occurredAt: values.time(top, envelopeNames.occurredAt, past) ?? values.time(fields, envelopeNames.occurredAt, past),
    createdAt: values.time(fields, objectNames.createdAt, past),
    updatedAt: values.time(fields, objectNames.updatedAt, past),
    stageChangedAt: values.time(fields, objectNames.stageChangedAt, past),
    closedAt: values.time(fields, objectNames.closedAt, past),
    startsAt: values.time(fields, objectNames.startsAt, { zone, clock: objectNames.time }),
  });
}

const utc: TimeZone = { name: 'UTC', offsetAt: () => 0 };

/** The zone that the event names for its salon, else that of the settings. */
export function zoneOfEvent(fields: Fields, top: Fields, timezone: string, values: Values, warn: Warn): TimeZone {
  const settings = zoneOf(timezone) ?? utc;
  for (const salon of salonsNamed(fields, top, () => undefined)) {
    const said = values.said(salon, salonNames.timezone);
    const name = values.text(salon, salonNames.timezone);
    if (said === undefined || name === undefined) continue;
    const zone = zoneOf(name);
    if (zone === undefined) warn(said.node, 'unknown_timezone');
    else if (zone.name !== settings.name) warn(said.node, 'differs_from_settings');
    return zone ?? settings;
  }
  return settings;
}
