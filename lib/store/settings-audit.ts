import type * as v from 'valibot';
import type { Failure } from '../model/api.ts';
import { settingsKeys, type ItemKey } from '../model/keys.ts';
import type { AuditLine } from '../model/settings.ts';
import { turns } from './converge.ts';
import { settingsItem, settingsValue } from './settings-item.ts';
import type { Table } from './table.ts';

type Access = Pick<Table, 'get' | 'putIf'>;

/** One line a save, whoever puts it and however often. */
export async function putAudit(table: Access, accountKey: string, line: AuditLine | undefined): Promise<void> {
  if (line === undefined) return;
  await table.putIf(settingsItem(settingsKeys.audit(accountKey, line), line), undefined);
}

/** What is to be stored, or why nothing is. The stored value itself: nothing to do. */
export type Decision<V> = { value: V } | Failure;

interface Place<V> {
  key: ItemKey;
  schema: v.GenericSchema<unknown, V>;
  /** The account in whose audit a value's line stands. */
  auditOf: (value: V) => string;
  /** Done before a value is put. */
  before?: () => Promise<void>;
}

/**
 * Brings a value with its audit line to what `decide` makes of the stored one, whoever else saves it: of two who decide
 * at once, one decides again. The value carries its line, so that a crash between the two writes loses none: the next
 * who comes, even to be refused, puts it again. Throws `TryAgain` when it never gets its turn.
 */
export async function changeAudited<V extends { lastAudit?: AuditLine | undefined }>(
  table: Access,
  { key, schema, auditOf, before }: Place<V>,
  decide: (stored: V | undefined) => Decision<V>,
): Promise<Decision<V>> {
  return turns('settings', async () => {
    const item = await table.get(key.pk, key.sk);
    const stored = item === undefined ? undefined : settingsValue(schema, item);
    if (stored !== undefined) await putAudit(table, auditOf(stored), stored.lastAudit);
    const decision = decide(stored);
    if ('error' in decision || decision.value === stored) return { done: decision };
    await before?.();
    if (!(await table.putIf(settingsItem(key, decision.value), item?.rev))) return undefined;
    await putAudit(table, auditOf(decision.value), decision.value.lastAudit);
    return { done: decision };
  });
}
