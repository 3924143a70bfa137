import type { Filter } from '../../model/data-api.ts';

/** Ids that one filter asks for. */
export const mostAsked = 50;
/** Rows that one call answers at most. */
export const mostListed = 10_000;

/** Of any of these; by the operator that every method knows. */
export function filterByExtIds(extIds: readonly string[]): Filter {
  return { filters: extIds.map((value) => ({ field: 'ext_id', operator: '=', value })), condition: 'or' };
}

export function inGroups<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
