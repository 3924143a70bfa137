import { markNothing } from '../../lib/store/pending.ts';
import * as v from 'valibot';
import { inflateRawSync } from 'node:zlib';
import { workerDeps } from '../../functions/wiring/worker-deps.ts';
import { listedContact, mergeContact } from '../../lib/domain/contact.ts';
import { mergeReference } from '../../lib/domain/references.ts';
import { recordMessage } from '../../lib/flow/record-message.ts';
import { bodyOfMessage, messageSchema } from '../../lib/model/message.ts';
import type { Account } from '../../lib/model/settings.ts';
import { journal } from '../../lib/store/journal.ts';
import { records } from '../../lib/store/records.ts';
import { references } from '../../lib/store/references.ts';
import type { Item, Table } from '../../lib/store/table.ts';
import { memoryTable } from '../store/memory-table.ts';

interface Workshop {
  account: Account;
  now: () => Date;
  /** Bodies of messages; crossings go back into it. */
  queue: string[];
}

/** What a worker asked of a table. */
export interface Operation {
  what: 'get' | 'query' | 'put';
  pk: string;
}

function watched<T extends Table>(table: T, operations: Operation[]): T {
  const note = (what: Operation['what'], pk: string) => {
    operations.push({ what, pk });
  };
  return {
    ...table,
    get: (pk, sk) => {
      note('get', pk);
      return table.get(pk, sk);
    },
    query: (pk, prefix) => {
      note('query', pk);
      return table.query(pk, prefix);
    },
    putIf: (item, expectedRev) => {
      note('put', item.pk);
      return table.putIf(item, expectedRev);
    },
  };
}

/** A delivery of an event that the worker took. */
interface Taken {
  eventId: string;
  receivedAt: string;
}

/** The worker's flow over tables in memory, and what the API reads from them. */
export function aWorkshop({ account, now, queue }: Workshop) {
  const operations: Operation[] = [];
  const tables = {
    settings: memoryTable(),
    records: watched(memoryTable(), operations),
    journal: watched(memoryTable(), operations),
  };
  const lines = journal({ table: tables.journal, now });
  const stored = records(tables.records);
  const joins = { joinReference: mergeReference, joinContact: mergeContact, listed: listedContact };
  const named = references({ table: tables.records, ...joins, mark: markNothing, now });
  const outside = {
    onLargeSet: () => undefined,
    sendCrossing: (crossing: Parameters<typeof bodyOfMessage>[0]) => {
      queue.push(bodyOfMessage(crossing));
      return Promise.resolve();
    },
  };
  const handle = recordMessage({
    ...workerDeps(tables, outside),
    findAccount: (key) => Promise.resolve(key === account.key ? account : undefined),
    putLine: lines.putLine,
    deliveriesOf: lines.deliveries,
    now,
  });
  const events: Taken[] = [];

  async function take(body: string): Promise<void> {
    const message = v.parse(messageSchema, JSON.parse(body));
    if (message.type === 'event') events.push(message);
    await handle(message, { messageId: 'm-1', receiveCount: 1, sentAt: now().toISOString(), body });
  }

  return {
    /** In the order taken, repeats too. */
    events,
    operations,
    /** Takes these messages, then all that waits. */
    work: async (first: readonly string[] = []) => {
      for (const body of first) await take(body);
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await take(next);
    },
    reading: {
      listRecords: stored.list,
      findDeal: stored.deal,
      findRequest: stored.request,
      contentsOf: stored.contents,
      listReferences: named.list,
      listEvents: lines.list,
      deliveriesOf: lines.deliveries,
      outboundFacts: () => Promise.resolve({ marker: undefined, sent: undefined }),
    },
    /** All that the tables hold, as text. */
    stored: () => [...tables.records.all(), ...tables.journal.all()].map(plain).join('\n'),
  };
}

/** An item with its compressed parts opened. */
function plain(item: Item): string {
  const opened = Object.entries(item).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? inflateRawSync(value).toString('utf8') : value,
  ]);
  return JSON.stringify(Object.fromEntries(opened));
}
