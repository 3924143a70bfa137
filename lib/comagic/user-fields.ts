import type { FoldedUserField } from '../model/records.ts';

/** Custom fields that have a value, by the ids under which they were declared. */
export function userFieldValues(
  fields: readonly FoldedUserField[],
  extIdOf: (field: FoldedUserField) => string | undefined,
) {
  const values = fields.flatMap((field) => {
    const extId = extIdOf(field);
    return extId === undefined || field.value === undefined ? [] : [{ ext_id: extId, value: field.value }];
  });
  return values.length === 0 ? undefined : values;
}
