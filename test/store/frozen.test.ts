import { markNothing } from '../../lib/store/pending.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { dealColumnsSchema } from '../../lib/model/deal.ts';
import { requestColumnsV1Schema } from '../../lib/model/stored-v1.ts';
import { journal } from '../../lib/store/journal.ts';
import { records } from '../../lib/store/records.ts';
import { references } from '../../lib/store/references.ts';
import type { Table } from '../../lib/store/table.ts';
import { aTuple } from '../build/reference.ts';
import { without } from '../build/without.ts';
import { memoryTable } from './memory-table.ts';

interface Frozen {
  item: { pk: string; sk: string; rev: string; summary?: string } & Record<string, unknown>;
  value: Record<string, unknown>;
}
/** Items as the first version wrote them, bytes in base64, and what their bodies said. They never change. */
const frozen = JSON.parse(readFileSync(join(__dirname, 'frozen-v1.json'), 'utf8')) as Frozen[];
const [row, deal, request, stage, contact, line] = frozen;

async function storeOf({ item }: Frozen): Promise<Table> {
  const table = memoryTable();
  const bytes = Object.entries(item).filter(([name]) => name === 'body' || name === 'message');
  const decoded = bytes.map(([name, text]) => [name, new Uint8Array(Buffer.from(String(text), 'base64'))] as const);
  await table.putIf({ ...item, ...Object.fromEntries(decoded) }, undefined);
  return table;
}

const set = { salonKey: 'arbat', kind: 'deal', id: '771904' } as const;
const march = { from: '2026-03-01T00:00:00.000Z', to: '2026-04-01T00:00:00.000Z' };
const paging = { ...march, accountKey: 'demo', order: 'asc', limit: 10 } as const;
const today = () => new Date('2026-03-18T00:00:00.000Z');

describe('what version 1 stored', () => {
  const unused = () => {
    throw new Error('nothing to join');
  };
  const referencesIn = (table: Table) =>
    references({
      table,
      joinReference: unused,
      joinContact: unused,
      listed: unused,
      mark: markNothing,
      now: () => new Date(0),
    });

  it('is still read: a row of a set', async () => {
    expect((await records(await storeOf(row!)).contents(set)).rows).toEqual([row!.value]);
  });

  it('is still read: a deal, whose contact has its phones and e-mails beside it', async () => {
    const { contact: person, ...rest } = without(deal!.value, 'v') as Record<string, object>;
    const { phones, emails, ...known } = person as { phones: unknown; emails: unknown };
    expect(await records(await storeOf(deal!)).deal(set)).toEqual({ ...rest, contact: known, phones, emails });
  });

  it('is still read: a request, whose status is a word that was said', async () => {
    const booking = { salonKey: 'arbat', kind: 'booking', id: '558213' } as const;
    const said = without(request!.value, 'v', 'bookingStatus');
    expect(request!.value['bookingStatus']).toBe('new');
    expect(await records(await storeOf(request!)).request(booking)).toEqual({ ...said, statuses: [{ word: 'new' }] });
  });

  it('is still listed: the columns of a deal and of a request', async () => {
    const [deals, requests] = await Promise.all([
      records(await storeOf(deal!)).list({ ...paging, list: 'deal', schema: dealColumnsSchema, keep: () => true }),
      records(await storeOf(request!)).list({
        ...paging,
        list: 'request',
        schema: requestColumnsV1Schema,
        keep: () => true,
      }),
    ]);
    expect(deals).toMatchObject({ items: [{ set, columns: { extId: '771904', revenue: 315_000, hidden: [] } }] });
    expect(requests).toMatchObject({
      items: [{ columns: { extId: '558213', statuses: [{ word: 'new' }], phone: '+79161234567' } }],
    });
  });

  it('is still read: a stage and a contact, as registers of what was said of them', async () => {
    const moment = '2026-03-17T14:05:44.000Z';
    const known = without(stage!.value, 'properties');
    expect(await referencesIn(await storeOf(stage!)).list('arbat', 'stage')).toEqual([
      { ...known, v: 2, tuples: [aTuple({ name: 'Клиент пришёл' }, moment)], inDefault: true },
    ]);
    expect(await referencesIn(await storeOf(contact!)).contact('arbat', '90311')).toEqual({
      ...without(contact!.value, 'name'),
      v: 2,
      tuples: [aTuple({ name: 'Екатерина Смирнова' }, moment)],
    });
  });

  it('is still read: a line of the journal with its message', async () => {
    const lines = journal({ table: await storeOf(line!), now: today });
    const [entry] = await lines.deliveries('demo', line!.item.pk.slice(5));
    expect(entry?.line).toEqual(line!.value);
    expect(JSON.parse(entry!.message)).toHaveProperty('event.data.number', 'З-558213');
  });

  it('is still listed: a line, of which it is not known how many warnings it has', async () => {
    const lines = journal({ table: await storeOf(line!), now: today });
    const summary = JSON.parse(line!.item.summary ?? '{}') as object;
    const page = await lines.list({ ...paging, order: 'desc' });
    expect(page).toEqual({ items: [{ ...summary, warningCount: 0, unknownPathCount: 0 }] });
  });
});

describe('a request that version 1 stored', () => {
  const columns = { ...(JSON.parse(request!.item.summary ?? '{}') as object) };

  it('as deleted is deleted, and no status was said', () => {
    expect(v.parse(requestColumnsV1Schema, { ...columns, bookingStatus: 'deleted' })).toMatchObject({ deleted: true });
    expect(v.parse(requestColumnsV1Schema, { ...columns, bookingStatus: 'deleted' })).not.toHaveProperty('statuses');
  });

  it('as superseded is that', async () => {
    const booking = { salonKey: 'arbat', kind: 'booking', id: '558213' } as const;
    const table = memoryTable();
    const [view] = [{ ...request!.value, hidden: ['superseded'] }];
    await table.putIf(
      { pk: 'arbat#booking#558213', sk: 'v#request', rev: 'r', v: 1, text: JSON.stringify(view) },
      undefined,
    );
    expect(await records(table).request(booking)).toBe('superseded');
  });
});
