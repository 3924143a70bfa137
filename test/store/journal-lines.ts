import type { JournalLine } from '../../lib/model/journal.ts';
import { journal, type JournalQuery } from '../../lib/store/journal.ts';
import type { Table } from '../../lib/store/table.ts';
import { aLine } from '../build/journal.ts';

const today = '2026-03-20T00:00:00.000Z';

/** The journal over a table that is opened later, as it is on 20 March 2026 unless told. */
export function journalOf(open: () => Table) {
  function store(now = today) {
    return journal({ table: open(), now: () => new Date(now) });
  }

  async function put(...lines: Partial<JournalLine>[]): Promise<void> {
    for (const over of lines) await store().putLine({ line: aLine(over), message: 'the message' });
  }

  async function listed(over: Partial<JournalQuery>, now = today) {
    const page = await store(now).list({
      accountKey: 'demo',
      from: '2026-01-01T00:00:00.000Z',
      to: today,
      order: 'desc',
      limit: 50,
      ...over,
    });
    if ('error' in page) throw new Error(page.error);
    return page;
  }

  async function ids(over: Partial<JournalQuery>, now = today): Promise<string[]> {
    return (await listed(over, now)).items.map(({ id }) => id);
  }

  /** Ids page by page, until no cursor comes. */
  async function pages(query: Partial<JournalQuery>): Promise<string[][]> {
    const found: string[][] = [];
    for (let cursor: string | undefined; ;) {
      const page = await listed({ ...query, cursor });
      found.push(page.items.map(({ id }) => id));
      if (page.cursor === undefined) return found;
      cursor = page.cursor;
    }
  }

  return { store, put, listed, ids, pages };
}
