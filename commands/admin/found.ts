import * as v from 'valibot';
import { tableOf } from './table.ts';

const itemsSchema = v.array(v.record(v.string(), v.unknown()));
const quietSchema = v.object({ at: v.string(), salons: itemsSchema, more: v.boolean() });
const foundSchema = v.object({
  requests: itemsSchema,
  deals: itemsSchema,
  events: itemsSchema,
  more: v.boolean(),
  nothing: v.optional(quietSchema),
});

/** What a search found, list by list; where it found nothing, what is known of the salons around that time. */
export function foundText(answer: unknown): string {
  const { nothing, more, ...lists } = v.parse(foundSchema, answer);
  if (nothing !== undefined)
    return [`Nothing was found. The salons around ${nothing.at}:`, tableOf({ items: nothing.salons })].join('\n');
  const shown = Object.entries(lists).filter(([, items]) => items.length > 0);
  return [
    ...shown.flatMap(([name, items]) => [`${name}: ${items.length}`, tableOf({ items })]),
    ...(more ? ['There is more than is shown.'] : []),
  ].join('\n');
}
