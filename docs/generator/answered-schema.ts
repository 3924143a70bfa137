import { toJsonSchema, toJsonSchemaDefs, type ConversionConfig, type JsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { definitions } from './shapes.ts';
import { withoutDialect } from './taken-schema.ts';

const answered = {
  target: 'draft-2020-12',
  typeMode: 'output',
  errorMode: 'ignore',
  overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
} as const satisfies ConversionConfig;

/** What a caller is answered; named shapes are references to the document's components. */
export function answeredSchema(schema: v.GenericSchema): JsonSchema {
  return withoutDialect(toJsonSchema(schema, { ...answered, definitions }));
}

/** The shapes that the others name. */
export function answeredShapes(): Record<string, JsonSchema> {
  return toJsonSchemaDefs(definitions, answered);
}
