/** What a list may hold: so many items, and bytes of their UTF-8 JSON together. */
export interface Limit {
  items: number;
  bytes: number;
}

/** The first items of a list, as far as number and bytes allow. */
export function firstWithin<T>(list: readonly T[], limit: Limit): T[] {
  let bytes = jsonBytes([]);
  const over = list.findIndex((item, i) => {
    bytes += jsonBytes(item) + (i > 0 ? 1 : 0);
    return i >= limit.items || bytes > limit.bytes;
  });
  return over < 0 ? [...list] : list.slice(0, over);
}

/** The last items of a list, as far as number and bytes allow. */
export function lastWithin<T>(list: readonly T[], limit: Limit): T[] {
  return firstWithin(list.toReversed(), limit).reverse();
}

function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value), 'utf8');
}
