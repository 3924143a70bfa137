import * as v from 'valibot';
import { masked } from '../../domain/masked.ts';
import { isPersonal } from '../../model/record-fields.ts';

const schemaSchema = v.custom<v.GenericSchema>((value) => v.is(partsSchema, value));
const partsSchema = v.looseObject({ kind: v.literal('schema'), type: v.string() });
const holderSchema = v.object({
  type: v.string(),
  entries: v.optional(v.record(v.string(), schemaSchema)),
  item: v.optional(schemaSchema),
  value: v.optional(schemaSchema),
  wrapped: v.optional(schemaSchema),
  options: v.fallback(v.optional(v.array(schemaSchema)), undefined),
});

/**
 * What an answer shows to those who may not see who somebody is: what its schema marks as personal is masked, and what the schema
 * says nothing of is left out, for it may hold anything.
 */
export function maskedAnswer(schema: v.GenericSchema, value: unknown): unknown {
  if (value === undefined || value === null) return value;
  if (isPersonal(schema)) return masked(value);
  const { type, entries, item, value: ofRecord, wrapped, options } = v.parse(holderSchema, schema);
  if (saysNothing.includes(type)) return undefined;
  if (wrapped !== undefined) return maskedAnswer(wrapped, value);
  if (options !== undefined) return maskedAnswer(optionOf(options, value), value);
  if (Array.isArray(value)) return item === undefined ? value : value.map((inner) => maskedAnswer(item, inner));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, said]) => {
      const inner = entries === undefined ? ofRecord : entries[name];
      const shown = inner && maskedAnswer(inner, said);
      return shown === undefined ? [] : [[name, shown]];
    }),
  );
}

const saysNothing = ['unknown', 'any', 'custom'];

function optionOf(options: v.GenericSchema[], value: unknown): v.GenericSchema {
  return options.find((option) => v.is(option, value)) ?? v.unknown();
}
