const mostKopecks = 10n ** 13n;
export const currencySigns = / ?(?:₽|руб(?:\.|лей|ля|ль)?|р\.?|rub|rur)$/i;
export const amount = /^(?<sign>[+-]?)(?<digits>[\d.,]+)(?:e(?<exponent>[+-]?\d{1,9}))?$/i;
export const blank = /\s/g;
export const anyDigit = /\d/;
export const grouping = /[.,]/g;
export const zerosBefore = /^0+/;

/** Why a text is no amount of money. */
export type MoneyFault = 'not_money' | 'negative' | 'too_large';

/** Kopecks of an amount as written (clean, runs of blanks as one), rounded half up on its digits; undefined for an empty one. */
export function kopecksOf(text: string): number | MoneyFault | undefined {
  if (text.length > 1000) return 'not_money';
  const bare = text.trim().replace(currencySigns, '').replace(blank, '');
  if (bare === '') return text.trim() === '' ? undefined : 'not_money';
  const parts = amount.exec(bare)?.groups;
  const decimal = decimalOf(parts?.['digits'] ?? '');
  if (!decimal) return 'not_money';
  return within(rounded(decimal, Number(parts?.['exponent'] ?? 0)), parts?.['sign'] === '-');
}

function within(kopecks: bigint | undefined, negative: boolean): number | MoneyFault {
  if (kopecks === undefined || kopecks > mostKopecks) return 'too_large';
  return negative && kopecks > 0n ? 'negative' : Number(kopecks);
}

interface Decimal {
  whole: string;
  fraction: string;
}

export const moneyForms: readonly RegExp[] = [
  // Digits alone; a lone dot is decimal.
  /^(?<whole>\d*)(?:\.(?<fraction>\d*))?$/,
  // Several dots group thousands, and any number of them before a decimal comma.
  /^(?<whole>\d{1,3}(?:\.\d{3}){2,})$/,
  /^(?<whole>\d{1,3}(?:\.\d{3})+),(?<fraction>\d*)$/,
  // A comma groups when three digits follow, and before a dot.
  /^(?<whole>\d*(?:,\d{3})+)(?:\.(?<fraction>\d*))?$/,
  /^(?<whole>\d*),(?<fraction>\d*)$/,
];

function decimalOf(digits: string): Decimal | undefined {
  if (!anyDigit.test(digits)) return undefined;
  for (const form of moneyForms) {
    const parts = form.exec(digits)?.groups;
    if (parts) return { whole: (parts['whole'] ?? '').replace(grouping, ''), fraction: parts['fraction'] ?? '' };
  }
  return undefined;
}

/** undefined: larger than any sum. */
function rounded({ whole, fraction }: Decimal, exponent: number): bigint | undefined {
  const digits = (whole + fraction).replace(zerosBefore, '');
  /** Digits that stand after the kopecks. */
  const beyond = fraction.length - exponent - 2;
  if (digits === '' || beyond > digits.length) return 0n;
  if (digits.length - beyond > 20) return undefined;
  if (beyond <= 0) return BigInt(digits) * 10n ** BigInt(-beyond);
  const kept = BigInt(`0${digits.slice(0, -beyond)}`);
  return Number(digits.at(-beyond)) >= 5 ? kept + 1n : kept;
}
