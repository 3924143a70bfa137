import { afterAll, beforeAll, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { messageSchema } from '../../lib/model/message.ts';
import type { Table } from '../../lib/store/table.ts';
import { aBooking, startPipeline, type Pipeline } from './pipeline.ts';

let pipeline: Pipeline;
let broken = true;

function spoiled(table: Table): Table {
  return { ...table, putIf: (item, rev) => (broken ? Promise.reject(new Error('refused')) : table.putIf(item, rev)) };
}

beforeAll(async () => {
  pipeline = await startPipeline(spoiled);
});
afterAll(async () => {
  await pipeline.close();
});

it('a parked event, sent again as the journal shows it, makes its record, and its line says so', async () => {
  const booking = aBooking(1);
  await pipeline.handle([booking.body]);
  expect(await pipeline.linesOf(booking.eventId)).toMatchObject([{ status: 'failed', deal: { reason: 'parked' } }]);
  const kept = v.parse(messageSchema, JSON.parse((await pipeline.messageOf(booking.eventId)) ?? ''));
  broken = false;
  await pipeline.handle([JSON.stringify(kept)]);
  expect(await pipeline.linesOf(booking.eventId)).toMatchObject([{ status: 'done' }]);
  expect(await pipeline.requestOf(booking.set)).toMatchObject({ extId: booking.id });
  expect(await pipeline.rowsOf(booking.set)).toBe(1);
});
