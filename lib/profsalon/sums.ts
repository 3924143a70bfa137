import type { Reading } from '../model/reading.ts';
import { fieldsOf, find, findAll, type Fields } from './fields.ts';
import { envelopeNames, moneyNames, objectNames, salonNames } from './names.ts';
import type { Warn } from './notes.ts';
import { present } from '../model/present.ts';
import { salonOf } from './salon.ts';
import type { Values } from './values.ts';

/** Sums in kopecks. In the body of a YCLIENTS `resource`, `cost` is the price; elsewhere it is the cost price. */
export function sumsOf(
  fields: Fields,
  top: Fields,
  { money }: Values,
): Pick<Reading, 'amount' | 'paidAmount' | 'cost' | 'prepaid'> {
  const isResource = find(top, envelopeNames.resource) !== undefined;
  return present({
    amount: money(fields, isResource ? [...objectNames.amount, ...objectNames.price] : objectNames.amount),
    cost: isResource ? undefined : money(fields, objectNames.cost),
    paidAmount: money(fields, objectNames.paidAmount),
    prepaid: money(fields, objectNames.prepaid),
  });
}

interface Reader {
  values: Values;
  context: { currency: string };
  warn: Warn;
}

/** The currency of the object, of its sum, or of its salon. */
export function currencyOf(fields: Fields, top: Fields, { values, context, warn }: Reader): string | undefined {
  const sums = findAll(fields, objectNames.amount).map(({ value, path }) => fieldsOf(value, path));
  const places: [Fields, readonly string[]][] = [
    [fields, objectNames.currency],
    ...sums.map((sum): [Fields, readonly string[]] => [sum, moneyNames.currency]),
    [salonOf(fields, top), salonNames.currency],
  ];
  for (const [place, names] of places) {
    const currency = values.read(place, names, 'not_a_currency', codeOf);
    if (currency === undefined) continue;
    if (currency !== context.currency) warn(find(place, names)?.path ?? '', 'differs_from_settings');
    return currency;
  }
  return undefined;
}

function codeOf(text: string): string | undefined {
  return /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : undefined;
}
