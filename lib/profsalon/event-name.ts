import type { Act, Kind } from '../model/words.ts';
import type { Fields } from '../reading/fields.ts';
import type { Node } from '../reading/node.ts';
import { partsOf, isLight, type Part } from './event-name-parts.ts';
import type { ActWord } from './event-words.ts';
import { kindOfHolder } from './event-object.ts';
import { eventNames, holderNames } from './names.ts';

/** What an event is called. */
export interface EventName {
  /** Absent when nothing says one. */
  kind?: Kind;
  act: Act;
  /** A deletion is taken back. */
  restored: boolean;
  /** Whether its `status` is a part of its name. */
  hasStatus: boolean;
  /** Whether any field is its name. */
  isNamed: boolean;
}

/** A field that may be a name of the event, by what its text says. */
interface Named {
  field: keyof typeof eventNames | 'holder';
  node: Node;
  parts: Part[];
}

/**
 * What an event's names say, read together by parts. A name without an entity takes it from what holds the object; the
 * object of an entity without any name is updated. `otherwise`: the kind of what says none.
 */
export function nameOf(top: Fields, otherwise?: Kind): EventName {
  const said = saidIn(top);
  const names = said.filter((one) => isName(one));
  const counted = names.some((one) => one.field !== 'status' && actsOf(one).length > 0)
    ? names.filter(({ field }) => field !== 'status')
    : names;
  for (const { node } of said.filter((one) => counted.includes(one) || !isObjects(one))) node.taken = true;
  const parts = counted.flatMap((one) => (one.field === 'type' && !hasEntity(one) ? [] : one.parts));
  const entities = entitiesIn(parts);
  const isOther = entities.length === 0 && said.some(isOtherWord);
  const kind = entities[0] ?? kindOfHolder(top) ?? (isOther ? undefined : otherwise);
  const act = kind === undefined || isOther ? 'updated' : actIn(parts, entities);
  return {
    ...(kind && { kind }),
    act: act === 'restored' ? 'updated' : act,
    restored: act === 'restored',
    hasStatus: counted.some(({ field }) => field === 'status'),
    isNamed: counted.length > 0,
  };
}

const fieldsInOrder = Object.entries(eventNames);

function saidIn(top: Fields): Named[] {
  const fields = fieldsInOrder.flatMap(([field, names]) =>
    top.find(names).flatMap((node): Named[] => {
      const parts = typeof node.value === 'string' ? partsOf(node.value) : [];
      return parts.length > 0 && isEventField(field) ? [{ field, node, parts }] : [];
    }),
  );
  return [...fields, ...wordsOfHolders(top)];
}

function isEventField(name: string): name is keyof typeof eventNames {
  return Object.hasOwn(eventNames, name);
}

/** A word in the place of the object that is an entity belongs to the event's name. */
function wordsOfHolders(top: Fields): Named[] {
  const names = [...holderNames.deal, ...holderNames.booking, ...holderNames.any];
  return top.find(names.filter(({ spelled }) => spelled !== 'object')).flatMap((node): Named[] => {
    const parts = typeof node.value === 'string' ? partsOf(node.value) : [];
    return parts.some(({ entity }) => entity !== undefined) ? [{ field: 'holder', node, parts }] : [];
  });
}

/** An entity or an act; without an entity, nothing else that has weight. */
function isName({ parts }: Named): boolean {
  if (parts.some(({ entity }) => entity !== undefined)) return true;
  return parts.some(({ act }) => act !== undefined) && parts.every((part) => !hasWeight(part, parts));
}

function hasEntity({ parts }: Named): boolean {
  return parts.some(({ entity }) => entity !== undefined);
}

function actsOf(one: Named): ActWord[] {
  if (one.field === 'type' && !hasEntity(one)) return [];
  return one.parts.flatMap(({ act }) => act ?? []);
}

/** What is no name is the object's: a status, or a word under `object` that means nothing to us. */
function isObjects({ field }: Named): boolean {
  return field === 'status' || field === 'object' || field === 'holder';
}

const telling = ['event', 'type', 'eventType', 'eventName', 'resource', 'object', 'topic'];

/** A word that is no name, where the event is told of: it is of something else. */
function isOtherWord(one: Named): boolean {
  return telling.includes(one.field) && !isName(one) && one.parts.some((part) => hasWeight(part, one.parts));
}

function entitiesIn(parts: Part[]): Kind[] {
  return [...new Set(parts.flatMap(({ entity }) => entity ?? []))];
}

/** Anything but an update counts only when the names hold no other word, one entity at most, and no second such act. */
function actIn(parts: Part[], entities: Kind[]): ActWord {
  const acts = [...new Set(parts.flatMap(({ act }) => (act === undefined || act === 'updated' ? [] : [act])))];
  const [act] = acts;
  if (act === undefined || acts.length > 1 || entities.length > 1) return 'updated';
  return parts.some((part) => hasWeight(part, parts)) ? 'updated' : act;
}

/** Whether a part is another word than an entity, an act, or one without weight in its company. */
function hasWeight(part: Part, company: Part[]): boolean {
  if (part.entity !== undefined || part.act !== undefined) return false;
  return !isLight(part, {
    entity: company.some(({ entity }) => entity !== undefined),
    cancelled: company.some(({ act }) => act === 'cancelled'),
  });
}
