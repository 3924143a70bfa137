import { isObject } from '../model/json.ts';
import type { Kind } from '../model/words.ts';
import { fieldsOf, find, findAll, type Fields } from './fields.ts';
import { envelopeNames, objectNames } from './names.ts';

/** The booking or deal of an event: its fields, and the object itself among the event's. */
export interface EventObject {
  fields: Fields;
  /** '' when it is the event itself. */
  path: string;
}

/** `data`, else the object named like the kind, else `fields`, else the event's own fields. */
export function objectOf(top: Fields, kind: Kind): EventObject {
  const other = kind === 'deal' ? 'booking' : 'deal';
  const named = inside(top, [...envelopeNames.data, ...envelopeNames[kind], ...envelopeNames.fields]);
  if (named) return named;
  // To ProfSalon a booking and a deal are one: when nothing else has an id, the other's object is it.
  const flat = find(top, [...objectNames.id, ...envelopeNames[kind].map((name) => `${name}_id`)]);
  return (flat ? undefined : inside(top, envelopeNames[other])) ?? { fields: top, path: '' };
}

function inside(top: Fields, names: readonly string[]): EventObject | undefined {
  const found = findAll(top, names).find(({ value }) => isObject(value) && Object.keys(value).length > 0);
  return found && { fields: fieldsOf(found.value, found.path), path: found.path };
}
