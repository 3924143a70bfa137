import type { DealRow } from '../model/data-api.ts';
import type { Sent, StageSent } from '../model/outbound-state.ts';
import { rowHash } from './row-hash.ts';

/** The stages of a deal as they are told, in the order in which it passed them. */
export function stagesOf(rows: readonly DealRow[]): StageSent[] {
  return rows.map(({ sales_funnel_ext_id, stage_ext_id, modified_stage_date_time }) => ({
    stage: `${sales_funnel_ext_id} ${stage_ext_id}`,
    at: modified_stage_date_time,
  }));
}

/** Hash of all that is told of a deal beside its stages; that it was changed at some time says nothing by itself. */
export function dealHash(rows: readonly DealRow[]): string {
  const { modified_date_time: _, modified_stage_date_time: __, stage_ext_id: ___, ...told } = rows.at(-1) ?? {};
  return rowHash(told);
}

const optional = [
  'main_contact_ext_id',
  'communication_id',
  'employee_ext_id',
  'revenue',
  'comments',
  'source',
  'tags',
] as const satisfies (keyof DealRow)[];

/** What is told of a deal and could be left out: parameters by their names, custom fields by their ids; tags are one list, which is told whole. */
export function parametersOf(rows: readonly DealRow[]): string[] {
  const row = rows.at(-1);
  const fields = row?.user_fields ?? [];
  return [
    ...optional.filter((name) => row?.[name] !== undefined),
    ...fields.map(({ ext_id }) => `user_fields ${ext_id}`),
  ];
}

/** Nothing that was told is known to go when a later row leaves it out. */
function leavesOut(rows: readonly DealRow[], { isThere, hasContact, parameters }: Sent): boolean {
  const known = parameters ?? (hasContact === true ? ['main_contact_ext_id'] : []);
  const told = new Set(parametersOf(rows));
  return isThere && known.some((name) => !told.has(name));
}

/**
 * The rows that are to be sent; `rewritten`: stages that are there stand otherwise now, and times there never go back, or something that
 * was told is told no more.
 */
export function rowsLacking(rows: DealRow[], sent: Sent): DealRow[] | 'rewritten' {
  const { stages = [], hash } = sent;
  if (leavesOut(rows, sent)) return 'rewritten';
  const wanted = stagesOf(rows);
  const isPrefix = stages.length <= wanted.length && stages.every((stage, i) => isSame(stage, wanted[i]));
  if (!isPrefix) return 'rewritten';
  if (stages.length < wanted.length) return rows.slice(stages.length);
  // The last stage again tells of the deal anew.
  return hash === dealHash(rows) ? [] : rows.slice(-1);
}

function isSame(one: StageSent, other: StageSent | undefined): boolean {
  return one.stage === other?.stage && one.at === other.at;
}
