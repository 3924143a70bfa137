import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { journal } from '../../lib/store/journal.ts';
import { records } from '../../lib/store/records.ts';
import { references } from '../../lib/store/references.ts';
import type { Table } from '../../lib/store/table.ts';
import { memoryTable } from './memory-table.ts';

interface Frozen {
  item: { pk: string; sk: string; rev: string } & Record<string, unknown>;
  value: unknown;
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

describe('what version 1 stored', () => {
  const set = { salonKey: 'arbat', kind: 'deal', id: '771904' } as const;
  const unused = () => {
    throw new Error('nothing to join');
  };

  it('is still read: a row of a set', async () => {
    expect(await records(await storeOf(row!)).rows(set)).toEqual([row!.value]);
  });

  it('is still read: a deal', async () => {
    expect(await records(await storeOf(deal!)).deal(set)).toEqual(deal!.value);
  });

  it('is still read: a request', async () => {
    const booking = { salonKey: 'arbat', kind: 'booking', id: '558213' } as const;
    expect(await records(await storeOf(request!)).request(booking)).toEqual(request!.value);
  });

  it('is still read: a reference and a contact', async () => {
    const joins = { joinReference: unused, joinContact: unused };
    expect(await references({ table: await storeOf(stage!), ...joins }).list('arbat', 'stage')).toEqual([stage!.value]);
    expect(await references({ table: await storeOf(contact!), ...joins }).contact('arbat', '90311')).toEqual(
      contact!.value,
    );
  });

  it('is still read: a line of the journal with its message', async () => {
    const now = () => new Date('2026-03-18T00:00:00.000Z');
    const [entry] = await journal({ table: await storeOf(line!), now }).deliveries('demo', line!.item.pk.slice(5));
    expect(entry?.line).toEqual(line!.value);
    expect(JSON.parse(entry!.message)).toHaveProperty('event.data.number', 'З-558213');
  });
});
