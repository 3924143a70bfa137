import type { Json } from '../model/json.ts';
import type { Kind } from '../model/words.ts';
import { fieldsOf, isBlank, type Fields } from '../reading/fields.ts';
import type { Names } from '../reading/folded-name.ts';
import { listOf } from '../reading/lists.ts';
import { opened, openText, type Node } from '../reading/node.ts';
import type { Warn } from '../reading/notes.ts';
import { objectIn } from '../reading/shapes.ts';
import { holderNames, objectNames } from './names.ts';

/** The booking or deal of an event. */
export interface EventObject {
  fields: Fields;
  /** Under which entity's name it stands; absent: it is the event itself, or its name says nothing of it. */
  holder?: Kind;
  /** Whether the event itself is the object. */
  isTop: boolean;
}

const kinds = ['deal', 'booking'] as const;

/** The kind of the first entity under whose name an object stands. */
export function kindOfHolder(top: Fields): Kind | undefined {
  return kinds.find((kind) => holderIn(top, holderNames[kind]) !== undefined);
}

/** The first of the names under which an object stands, a list, or a JSON text of one, that says something. */
function holderIn(top: Fields, names: Names): Node | undefined {
  return top.find(names).find((node) => {
    openText(node);
    return typeof node.value === 'object' && !isBlank(node.value);
  });
}

/** The objects under the name that holds the object of an event; undefined when it is the event itself. */
export function objectsHeld(top: Fields, kind: Kind | undefined): { name: string; objects: Json[] } | undefined {
  const names = kind === undefined ? holderNames.any : [...holderNames[kind], ...holderNames.any];
  const holder = holderIn(top, names);
  return holder && { name: holder.name, objects: listOf(holder.value) ?? [holder.value] };
}

/** The object of an event: under its entity's own name, else under `data` and its like, else the event itself. */
export function objectOf(top: Fields, kind: Kind, warn: Warn): EventObject {
  const object = objectAmong(top, kind, warn);
  // Afterwards: a JSON text that was opened by then is not parsed again.
  takeBlank(top, [...holderNames[kind], ...holderNames.any, ...holderNames.fields]);
  return object;
}

function objectAmong(top: Fields, kind: Kind, warn: Warn): EventObject {
  const other = kind === 'deal' ? 'booking' : 'deal';
  const inside = (node: Node) => objectIn(node, () => undefined, warn);
  const named = holderIn(top, holderNames[kind]);
  if (named !== undefined) return { fields: inside(named), holder: kind, isTop: false };
  const held = holderIn(top, holderNames.any) ?? fieldsHolder(top);
  if (held !== undefined) return { fields: inside(held), isTop: false };
  // To ProfSalon a booking and a deal are one: when nothing else has an id, the other's object is it.
  const lone = hasId(top) ? undefined : holderIn(top, holderNames[other]);
  if (lone !== undefined) return { fields: inside(lone), holder: other, isTop: false };
  return { fields: top, isTop: true };
}

/** What says nothing in the place of the object is known, and of no use. */
function takeBlank(top: Fields, names: Names): void {
  for (const node of top.find(names)) node.taken ||= isBlank(opened(node.value));
}

/** `fields` is the object only when it holds an id and nothing else does; else custom fields. */
function fieldsHolder(top: Fields): Node | undefined {
  const held = hasId(top) ? undefined : holderIn(top, holderNames.fields);
  return held !== undefined && hasId(fieldsOf(held)) ? held : undefined;
}

function hasId(fields: Fields): boolean {
  return fields.find(objectNames.id).some(({ value }) => !isBlank(value));
}
