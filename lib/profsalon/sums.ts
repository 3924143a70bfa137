import { present } from '../model/present.ts';
import type { Reading } from '../model/reading.ts';
import type { Kind } from '../model/words.ts';
import { fieldsOf, type Fields } from '../reading/fields.ts';
import type { Names } from '../reading/folded-name.ts';
import type { Warn } from '../reading/notes.ts';
import { moneyNames, type Values } from '../reading/values.ts';
import { eventNames, objectNames, salonNames } from './names.ts';
import { salonsNamed } from './salon.ts';

type Sums = Pick<Reading, 'amount' | 'paidAmount' | 'cost' | 'discount' | 'prepaid'>;

/**
 * Sums in kopecks. `cost` is the price of a visit in bodies of a YCLIENTS `resource`, and of any other booking when nothing
 * else says its sum; elsewhere the cost price.
 */
export function sumsOf(kind: Kind, fields: Fields, top: Fields, { money }: Values): Sums {
  const amount = money(fields, objectNames.amount);
  const others = {
    paidAmount: money(fields, objectNames.paidAmount),
    prepaid: money(fields, objectNames.prepaid),
    discount: kind === 'deal' ? money(fields, objectNames.discount) : undefined,
  };
  if (top.find(eventNames.resource).length > 0) {
    const price = money(fields, objectNames.priceOfVisit);
    return present({ amount: amount ?? price, ...others });
  }
  const cost = money(fields, objectNames.cost);
  if (kind === 'booking' && amount === undefined) return present({ amount: cost, ...others });
  return present({ amount, cost, ...others });
}

interface Reader {
  values: Values;
  context: { currency: string };
  warn: Warn;
}

/** The currency of the object, of its sum, or of its salon. */
export function currencyOf(fields: Fields, top: Fields, { values, context, warn }: Reader): string | undefined {
  const places: [Fields, Names][] = [
    [fields, objectNames.currency],
    ...fields.find(objectNames.amount).map((node): [Fields, Names] => [fieldsOf(node), moneyNames.currency]),
    ...salonsNamed(fields, top, () => undefined).map((salon): [Fields, Names] => [salon, salonNames.currency]),
  ];
  for (const [place, names] of places) {
    const currency = values.read(place, names, 'not_a_currency', codeOf);
    if (currency === undefined) continue;
    const node = values.said(place, names)?.node;
    if (currency !== context.currency && node !== undefined) warn(node, 'differs_from_settings');
    return currency;
  }
  return undefined;
}

export const currencyCode = /^[a-z]{3}$/i;

function codeOf(text: string): string | undefined {
  return currencyCode.test(text) ? text.toUpperCase() : undefined;
}
