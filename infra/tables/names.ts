import type { TableName } from '../../lib/model/tables.ts';
import type { AnyTable } from './tables.ts';

/** The variables of a function that reads events and writes records and lines. */
export function tableNames({ settings, records, journal }: Record<Exclude<TableName, 'jobs'>, AnyTable>) {
  return {
    SETTINGS_TABLE: settings.tableName,
    RECORDS_TABLE: records.tableName,
    JOURNAL_TABLE: journal.tableName,
  };
}
