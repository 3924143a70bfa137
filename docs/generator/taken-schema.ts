import { toJsonSchema, type ConversionConfig, type JsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';

const trimmed = 'Blanks at both ends are taken off.';
const anyCase = `${trimmed} Any case.`;

/**
 * What a caller may send, so that whatever the API takes matches. JSON Schema has no word for an action that changes a text before
 * the next one checks it: after `trim` and `toUpperCase` the checks are written as patterns of the text as it comes.
 */
export function takenSchema(schema: v.GenericSchema): JsonSchema {
  return withoutDialect(toJsonSchema(schema, taken));
}

export function withoutDialect({ $schema: _dialect, $defs: _shared, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

const taken = {
  target: 'draft-2020-12',
  typeMode: 'input',
  errorMode: 'ignore',
  overrideAction: ({ valibotAction: { type }, jsonSchema }) => {
    if (type === 'trim') return { ...jsonSchema, description: trimmed };
    if (type === 'to_upper_case') return { ...jsonSchema, description: anyCase };
    return jsonSchema.description === undefined ? undefined : loosened(jsonSchema);
  },
} as const satisfies ConversionConfig;

/** Readers of patterns count no repetition beyond this. */
const mostRepeated = 65_535;

function loosened({ maxLength, format: _wantsNoBlanks, ...schema }: JsonSchema): JsonSchema {
  if (maxLength !== undefined && maxLength > mostRepeated)
    return { ...schema, description: `${schema.description ?? ''} Then at most ${maxLength} characters.` };
  if (maxLength !== undefined) return { ...schema, pattern: `^\\s*[\\s\\S]{0,${maxLength}}\\s*$` };
  const { pattern, description } = schema;
  if (pattern === undefined || pattern.startsWith('^\\s*')) return schema;
  const inner = pattern.replace(/^\^/, '').replace(/\$$/, '');
  const cased = description === anyCase ? inner.replaceAll('A-Z', 'A-Za-z') : inner;
  return { ...schema, pattern: `^\\s*${cased}\\s*$` };
}
