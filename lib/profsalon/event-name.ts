import { isObject } from '../model/json.ts';
import type { Act, Kind } from '../model/words.ts';
import { findAll, type Fields } from './fields.ts';
import { envelopeNames } from './names.ts';

const entities: Readonly<Record<Kind, readonly string[]>> = {
  deal: ['deal', 'lead', 'сделка'],
  booking: ['booking', 'record', 'visit', 'запись', 'визит'],
};
/** The first that a name speaks of counts. */
const acts: readonly [Act, readonly string[]][] = [
  ['deleted', ['delete', 'remove']],
  ['cancelled', ['cancel', 'cancell']],
  ['created', ['create', 'add', 'new']],
  ['updated', ['update', 'edit', 'change', 'status']],
];

/**
 * What an event's names say, read together by parts: `record` + `update`, `deal.created`, `bookingCancelled`. A name
 * without an entity takes it from the object that comes with it; without either there is no kind.
 */
export function nameOf(top: Fields): { kind?: Kind; act: Act } {
  const said = findAll(top, envelopeNames.event).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  const parts = said.flatMap(partsOf);
  const kind = entityIn(parts) ?? entityOfObject(top);
  const act = acts.find(([, words]) => parts.some((part) => isOneOf(part, words)))?.[0] ?? 'updated';
  return { ...(kind && { kind }), act };
}

/** Cut at anything but letters and at a change of case. */
function partsOf(name: string): string[] {
  const parts = name.slice(0, 1000).split(/[^\p{L}]+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u);
  return parts.filter((part) => part !== '').map((part) => part.toLowerCase());
}

/** Is it one of an event's names, not a status of the object? */
export function isActName(name: string): boolean {
  const parts = partsOf(name);
  return parts.length > 0 && parts.every((part) => acts.some(([, words]) => isOneOf(part, words)) || entityIn([part]));
}

function isOneOf(part: string, words: readonly string[]): boolean {
  return words.some((word) => part === word || ['s', 'd', 'ed'].some((ending) => part === word + ending));
}

function entityIn(parts: readonly string[]): Kind | undefined {
  for (const part of parts) {
    if (isOneOf(part, entities.deal)) return 'deal';
    if (isOneOf(part, entities.booking)) return 'booking';
  }
  return undefined;
}

function entityOfObject(top: Fields): Kind | undefined {
  const has = (names: readonly string[]) => findAll(top, names).some(({ value }) => isObject(value));
  if (has(envelopeNames.deal)) return 'deal';
  return has(envelopeNames.booking) ? 'booking' : undefined;
}
