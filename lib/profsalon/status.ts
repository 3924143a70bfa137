import type { Reading } from '../model/reading.ts';
import type { Kind } from '../model/words.ts';

export type Status = NonNullable<Reading['status']>;

/** From the one that any other outweighs to the one that outweighs all. */
const order: readonly Status[] = ['new', 'confirmed', 'came', 'paid', 'cancelled'];

const words: Readonly<Record<Status, readonly string[]>> = {
  new: ['new', 'waiting', '0'],
  confirmed: ['confirmed', '2'],
  came: ['came', '1'],
  paid: ['paid'],
  cancelled: ['cancelled', 'отменена', 'отменено', 'deleted', 'no-show', 'не пришел', 'не пришла', '-1'],
};

/** What else a deal may say instead of a stage: names of stages that are a success. */
const wordsOfDeals: Partial<typeof words> = {
  came: ['finished', 'завершено', 'выполнено'],
  paid: ['оплачено'],
};

/** A status as the sender says it, any case, ё as е. */
export function statusOf(text: string, kind: Kind): Status | undefined {
  const said = text.trim().toLowerCase().replaceAll('ё', 'е').replace(/\.0+$/, '');
  const own = order.find((status) => words[status].includes(said));
  return own ?? (kind === 'deal' ? order.find((status) => wordsOfDeals[status]?.includes(said)) : undefined);
}

export function lastOf(statuses: readonly Status[]): Status | undefined {
  return order.findLast((status) => statuses.includes(status));
}
