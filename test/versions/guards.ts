import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { dealColumns, requestColumns } from '../../lib/domain/columns.ts';
import { foldBookingSet, foldDealSet } from '../../lib/domain/fold.ts';
import { setRowSchema, type ReadSet } from '../../lib/model/event-set.ts';
import { readerVersion, type Read } from '../../lib/model/reading.ts';
import { foldVersion } from '../../lib/model/records.ts';
import { readEvent } from '../../lib/profsalon/read-event.ts';
import { asDecoded, context, decoded } from '../build/event.ts';
import { aSetOf } from '../build/row.ts';
import { frozen, type Frozen, type Guard } from './recorded.ts';

interface FrozenReading extends Frozen {
  became: Read[];
}

const payloadsSchema = v.record(v.string(), v.unknown());

/** Events of payloads.json, and the bodies of the samples. */
export function readings(): FrozenReading[] {
  const payloads = Object.entries(v.parse(payloadsSchema, frozen('payloads.json')));
  return [
    ...payloads.map(([name, input]) => ({ name, input, became: [readEvent(asDecoded(input), context)] })),
    ...readdirSync('samples').map((name) => sampleRead(name)),
  ];
}

function sampleRead(name: string): FrozenReading {
  const input = readFileSync(join('samples', name), 'utf8');
  const contentType = name.endsWith('.form') ? 'application/x-www-form-urlencoded' : 'application/json';
  const body = decoded(input, contentType);
  if (!body.ok) throw new Error(body.reason);
  return { name: `samples/${name}`, input, became: body.events.map((event) => readEvent(event, context)) };
}

const contents = {
  rows: v.array(setRowSchema),
  links: v.optional(v.array(v.string()), []),
  many: v.optional(v.picklist(['open', 'done'])),
};
const setsSchema = v.record(
  v.string(),
  v.object({
    kind: v.picklist(['deal', 'booking']),
    id: v.string(),
    ...contents,
    /** Of a booking: the sets of the deals that speak on its request. */
    deals: v.optional(v.array(v.object(contents)), []),
    cut: v.optional(v.boolean(), false),
  }),
);
type FrozenSet = v.InferOutput<typeof setsSchema>[string];
type Contents = Pick<FrozenSet, 'rows' | 'links' | 'many'>;

interface FrozenView extends Frozen {
  became: object;
}

/** The sets of sets.json, as the views that the store keeps of them. */
export function views(): FrozenView[] {
  const all = frozen('sets.json');
  const inputs = v.parse(v.record(v.string(), v.unknown()), all);
  return Object.entries(v.parse(setsSchema, all)).map(([name, set]) => ({
    name,
    input: inputs[name],
    became: set.kind === 'deal' ? dealViews(set) : bookingView(set),
  }));
}

function dealViews(set: FrozenSet) {
  const { deal, request } = foldDealSet({ salonKey: 'arbat', kind: 'deal', id: set.id }, contentsOf(set));
  const own = request.record === 'superseded' ? request.record : request.record && requestColumns(request.record);
  return { deal: deal.record && dealColumns(deal.record), request: own };
}

function bookingView(set: FrozenSet) {
  const sources = { own: contentsOf(set), deals: set.deals.map(contentsOf), passed: [], cut: set.cut };
  const { record } = foldBookingSet({ salonKey: 'arbat', kind: 'booking', id: set.id }, sources);
  return { request: record && requestColumns(record) };
}

function contentsOf({ rows, links, many }: Contents): ReadSet {
  return aSetOf(rows, { links, many });
}

export function readerGuard(): Guard {
  return {
    constant: 'readerVersion',
    file: 'lib/model/reading.ts',
    version: readerVersion,
    what: 'the reader',
    inputs: readings(),
    record: 'readings.json',
  };
}

export function foldGuard(): Guard {
  return {
    constant: 'foldVersion',
    file: 'lib/model/records.ts',
    version: foldVersion,
    what: 'the fold',
    inputs: views(),
    record: 'views.json',
  };
}
