import type { Layers } from '../model/contract.ts';
import { isObject, type Json, type JsonObject } from '../model/json.ts';
import { fieldsOf, isBlank } from '../reading/fields.ts';
import { listOf } from '../reading/lists.ts';
import { opened, openText, rootOf } from '../reading/node.ts';
import { nameOf } from './event-name.ts';
import { objectsHeld } from './event-object.ts';
import { envelopeNames } from './names.ts';

/** A decoded body and the fields that lie beneath all that it says. */
export interface Body {
  beneath?: JsonObject | undefined;
  value: Json;
}
type Split = { events: Layers[] } | { reason: 'invalid_body' | 'too_large' };

/** Counted before anything is made of them. */
const maxEvents = 100;
const none = { reason: 'invalid_body' } as const;
const tooMany = { reason: 'too_large' } as const;

/** One event, a list of them, or either under `events`; each object of a list in the place of an event's object is an event of its own. */
export function splitEvents(body: Body): Split {
  const told = toldIn(body);
  if (told === undefined || told.length === 0) return none;
  if (told.length > maxEvents) return tooMany;
  const held = told.map(({ beneath, value }) => heldIn(layersOf(beneath, value)));
  const count = held.reduce((sum, { objects }) => sum + Math.max(objects.length, 1), 0);
  return count > maxEvents ? tooMany : { events: held.flatMap(eventsIn) };
}

/** What the body tells of, each with what lies beneath it; undefined for a body that is none. */
function toldIn({ beneath, value }: Body): Body[] | undefined {
  const list = listOf(value);
  if (list !== undefined) return each(list, beneath);
  if (!isObject(value)) return undefined;
  const [events] = fieldsOf(rootOf([value])).find(envelopeNames.events);
  if (events === undefined) return [{ beneath, value }];
  openText(events);
  const { [events.name]: _, ...envelope } = value;
  const inside = { ...beneath, ...envelope };
  if (typeof events.value === 'object' && events.value !== null && isBlank(events.value)) return [];
  const listed = listOf(events.value);
  if (listed !== undefined) return each(listed, inside);
  return isObject(events.value) ? [{ beneath: inside, value: events.value }] : [{ beneath, value }];
}

function each(list: Json[], beneath?: JsonObject): Body[] {
  return list.slice(0, maxEvents + 1).map((value) => ({ beneath, value: opened(value) }));
}

/** An element that is no object, or `{}`, is no event of this envelope: it stays what it is. */
function layersOf(beneath: JsonObject | undefined, value: Json): Layers {
  return beneath !== undefined && isObject(value) && !isBlank(value) ? [beneath, value] : [value];
}

interface Held {
  layers: Layers;
  /** The name under which the object of the event stands. */
  name: string;
  /** Several when a list stands there; none when the event is its own object. */
  objects: Json[];
}

function heldIn(layers: Layers): Held {
  const top = fieldsOf(rootOf(layers));
  const held = objectsHeld(top, nameOf(top).kind);
  return { layers, name: held?.name ?? '', objects: held?.objects ?? [] };
}

function eventsIn({ layers, name, objects }: Held): Layers[] {
  const sent = layers.findLast((layer) => isObject(layer) && Object.hasOwn(layer, name));
  const [only] = objects;
  const asSent = objects.length === 0 || (objects.length === 1 && isObject(sent) && sent[name] === only);
  if (asSent) return [layers];
  // One object beneath all of them, so that it is written once.
  const around: JsonObject = Object.fromEntries(
    layers.flatMap((layer) => (isObject(layer) ? Object.entries(layer) : [])),
  );
  return objects.map((object) => [around, { [name]: object }]);
}
