import type { Kind } from '../model/words.ts';
import {
  actStems,
  actorStems,
  actorWords,
  actWords,
  entityStems,
  entityWords,
  lightBesideEntity,
  lightStems,
  lightWords,
  type ActWord,
} from './event-words.ts';

/** A part of an event's name, case and ё folded: an entity, an act, or any other word. */
export interface Part {
  word: string;
  entity?: Kind;
  act?: ActWord;
}

/** Anything but letters, and a change of case. */
export const betweenParts = /[^\p{L}]+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
/** Code units of a name that are looked at. */
const longest = 200;

export function partsOf(name: string): Part[] {
  const words = name
    .slice(0, longest)
    .split(betweenParts)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase().replaceAll('ё', 'е'));
  return withNoShow(words).map(partOf);
}

/** `no` and `show` are one word. */
function withNoShow(words: string[]): string[] {
  return words.flatMap((word, at) => {
    if (word === 'no' && words[at + 1] === 'show') return ['noshow'];
    return word === 'show' && words[at - 1] === 'no' ? [] : [word];
  });
}

function partOf(word: string): Part {
  const entity = kindOf(word);
  if (entity !== undefined) return { word, entity };
  const act = actOf(word);
  return act === undefined ? { word } : { word, act };
}

const kinds = ['deal', 'booking'] as const satisfies readonly Kind[];
const acts = ['deleted', 'restored', 'cancelled', 'created', 'updated'] as const satisfies readonly ActWord[];

const kindOfWord = new Map(kinds.flatMap((kind) => entityWords[kind].map((word) => [word, kind] as const)));
const actOfWord = new Map(acts.flatMap((act) => actWords[act].map((word) => [word, act] as const)));

function kindOf(word: string): Kind | undefined {
  return kindOfWord.get(word) ?? kinds.find((kind) => begins(word, entityStems[kind]));
}

function actOf(word: string): ActWord | undefined {
  return actOfWord.get(word) ?? acts.find((act) => begins(word, actStems[act]));
}

function begins(word: string, stems: readonly (readonly [stem: string, but?: string])[]): boolean {
  return stems.some(([stem, but]) => word.startsWith(stem) && (but === undefined || !word.startsWith(but)));
}

/** Whether a word carries no weight beside what else the names say. */
export function isLight({ word }: Part, beside: { entity: boolean; cancelled: boolean }): boolean {
  if (lightWords.includes(word) || lightStems.some((stem) => word.startsWith(stem))) return true;
  if (!beside.entity) return false;
  if (lightBesideEntity.includes(word)) return true;
  return beside.cancelled && (actorWords.includes(word) || actorStems.some((stem) => word.startsWith(stem)));
}
