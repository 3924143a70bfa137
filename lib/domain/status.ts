import type { StatusSaid, StatusWord } from '../model/reading.ts';
import type { StatusTold } from '../model/records.ts';
import { plainStatus, statusInLexicon } from './lexicon.ts';
import type { Told } from './told.ts';

/** From the one that any other outweighs to the one that outweighs all. */
const order: readonly StatusWord[] = ['new', 'confirmed', 'came', 'paid', 'cancelled'];
/** Events whose texts a view keeps. */
const most = 20;

/** A person's teaching: a sender's text → a status, by their plain forms. */
export type Taught<T> = (text: string) => T | undefined;

export function taughtBy<T>(teaching: Readonly<Record<string, T>>): Taught<T> {
  const byText = new Map(Object.entries(teaching).map(([text, meant]) => [plainStatus(text), meant]));
  return (text) => byText.get(plainStatus(text));
}

/** What an event says of a status; one called a cancellation says that by its name. */
export function statusTold({ reading }: Told): StatusTold | undefined {
  if (reading.act === 'cancelled') return { word: 'cancelled' };
  if (reading.status !== undefined) return { word: reading.status };
  return reading.statuses === undefined ? undefined : { texts: reading.statuses };
}

/** What events said of a status since, and with, the last that the lexicon knows: all that teaching may still change. */
export function statusesIn(events: Told[]): StatusTold[] {
  const told = events.flatMap((event) => statusTold(event) ?? []);
  const known = told.findLastIndex((one) => meaningOf(one, () => undefined) !== undefined);
  return told.slice(Math.max(known, 0)).slice(-most);
}

/** The last that applies, of the last event that says one that is known. */
export function bookingStatusIn(statuses: readonly StatusTold[], taught: Taught<StatusWord>): StatusWord | undefined {
  for (const told of statuses.toReversed()) {
    const meant = meaningOf(told, taught);
    if (meant !== undefined) return meant;
  }
  return undefined;
}

function meaningOf({ word, texts = [] }: StatusTold, taught: Taught<StatusWord>): StatusWord | undefined {
  if (word !== undefined) return word;
  const meant = texts.flatMap((said) => taught(said.text) ?? statusInLexicon(said) ?? []);
  return order.findLast((status) => meant.includes(status));
}

/** Warnings about texts that neither teaching nor the lexicon knows. */
export function unknownStatuses(statuses: readonly StatusTold[], taught: Taught<StatusWord>): string[] {
  const unknown = ({ text, field }: StatusSaid) =>
    taught(text) === undefined && statusInLexicon({ text, field }) === undefined;
  const fields = statuses.flatMap(({ texts = [] }) => texts.filter(unknown)).map(({ field }) => field);
  return [...new Set(fields)].map((field) => `${field}: unknown_status`);
}
