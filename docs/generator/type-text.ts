import type { JsonSchema } from '@valibot/to-json-schema';

type Part = JsonSchema | boolean;

/** A JSON Schema (draft 2020-12) as a type of TypeScript, on one line; limits stand beside it as comments. */
export function typeText(schema: Part): string {
  if (typeof schema === 'boolean') return schema ? 'unknown' : 'never';
  if (schema.$ref !== undefined) return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const several = schema.anyOf ?? schema.oneOf;
  if (several !== undefined) return several.map(typeText).join(' | ');
  if (schema.type === 'array') return arrayText(schema);
  if (schema.type === 'object') return objectText(schema);
  if (schema.type === 'integer') return `number${limits(schema)}`;
  return typeof schema.type === 'string' ? `${schema.type}${limits(schema)}` : 'unknown';
}

function arrayText({ items, maxItems }: JsonSchema): string {
  const most = maxItems === undefined ? '' : ` /* ≤ ${maxItems} */`;
  return `Array<${typeText(items === undefined || Array.isArray(items) ? true : items)}>${most}`;
}

function objectText({ properties, required = [], additionalProperties }: JsonSchema): string {
  if (properties === undefined) return `Record<string, ${typeText(additionalProperties ?? true)}>`;
  const fields = Object.entries(properties).map(
    ([name, field]) => `${name}${required.includes(name) ? '' : '?'}: ${typeText(field)}`,
  );
  return fields.length === 0 ? '{}' : `{ ${fields.join('; ')} }`;
}

function limits({ maxLength, minimum, maximum, pattern, format }: JsonSchema): string {
  const said = [
    ...(minimum === undefined ? [] : [`≥ ${minimum}`]),
    ...(maximum === undefined ? [] : [`≤ ${maximum}`]),
    ...(maxLength === undefined ? [] : [`≤ ${maxLength}`]),
    ...[format ?? pattern ?? []].flat(),
  ];
  return said.length === 0 ? '' : ` /* ${said.join(', ')} */`;
}
