import { compare } from './order.ts';

/** A request that a deal may be joined with; `id`: of our record. */
export interface Joinable {
  communicationId: number;
  dateTime: string;
  id: string;
}

/**
 * Milliseconds between a communication and a deal beyond which CoMagic does not join them.
 * Source: comagic.github.io, data_api, "Загрузка сделок".
 */
const mostApart = 30 * 86_400_000;

/** The request that a deal comes from: the earliest of its own, whatever the order in which they came; of the same time that of the smallest id. */
export function earliest(created: string, requests: readonly Joinable[]): Joinable | undefined {
  const near = requests.filter(({ dateTime }) => Math.abs(Date.parse(dateTime) - Date.parse(created)) <= mostApart);
  return near.toSorted((a, b) => compare(a.dateTime, b.dateTime) || compare(a.id, b.id))[0];
}
