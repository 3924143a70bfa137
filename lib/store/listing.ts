import { isTestKey } from '../model/ids.ts';
import { keyPart } from './item-body.ts';

/** Lists of an account, one partition a month; `none`: sets that make no record. */
export type ListName = 'deal' | 'request' | 'event' | 'import' | 'none' | 'contact';

/** What puts an item into a list: the moment it is sorted by and the columns that the list shows. */
export interface Listed {
  dateTime: string;
  summary: object;
}

/** Month (UTC) of an instant, as partitions name it: `2026-03`. */
function monthOf(instant: string): string {
  return instant.slice(0, 7);
}

function listPartition(accountKey: string, list: ListName, month: string): string {
  return `${accountKey}#${list}#${month}`;
}

/** Whose an item is; without a salon: what had no readable envelope. */
export interface Owner {
  accountKey: string;
  salonKey?: string | undefined;
}

/** Index attributes of an item; `id` tells items of one moment apart. What a test delivery has made stands in no list of the account. */
export function listAttributes(
  { accountKey, salonKey }: Owner,
  list: ListName,
  id: string,
  { dateTime, summary }: Listed,
) {
  return {
    ...(isTestKey(salonKey) ? {} : { listKey: listPartition(accountKey, list, monthOf(dateTime)) }),
    listSort: `${dateTime}#${keyPart(id)}`,
    summary: JSON.stringify(summary),
  };
}

/** What a list of records is sorted by: it stands in the sort key, and in no summary once more. */
const datedBy = { deal: 'createdDateTime', request: 'dateTime' } as const;
const instantLetters = '2026-03-17T14:05:45.000Z'.length;

export function withoutDate(list: keyof typeof datedBy, summary: object): object {
  return Object.fromEntries(Object.entries(summary).filter(([name]) => name !== datedBy[list]));
}

/** A summary with the date that its place in the list says; one of before says it itself. */
export function withDate(list: keyof typeof datedBy, sort: string, summary: object): object {
  return { [datedBy[list]]: sort.slice(0, instantLetters), ...summary };
}

/** The partitions of a list that hold `from` (included) to `to` (excluded), oldest first. */
export function monthPartitions(accountKey: string, list: ListName, from: string, to: string) {
  const months: { name: string; key: string }[] = [];
  for (let month = monthOf(from); month <= monthOf(to) && from < to; month = monthAfter(month)) {
    months.push({ name: month, key: listPartition(accountKey, list, month) });
  }
  return months;
}

function monthAfter(month: string): string {
  const next = new Date(`${month}-01T00:00:00.000Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return monthOf(next.toISOString());
}
