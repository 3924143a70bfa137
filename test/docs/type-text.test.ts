import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { answeredSchema } from '../../docs/generator/answered-schema.ts';
import { apiPage } from '../../docs/generator/page.ts';
import { typeText } from '../../docs/generator/type-text.ts';
import { apiRoutes } from '../../lib/model/routes.ts';

describe('a schema as the page of the API shows it', () => {
  it.each<[v.GenericSchema, string]>([
    [v.string(), 'string'],
    [v.pipe(v.string(), v.maxLength(200)), 'string /* ≤ 200 */'],
    [v.pipe(v.number(), v.integer(), v.minValue(1)), 'number /* ≥ 1 */'],
    [v.picklist(['asc', 'desc']), '"asc" | "desc"'],
    [v.nullable(v.boolean()), 'boolean | null'],
    [v.object({ id: v.string(), name: v.optional(v.string()) }), '{ id: string; name?: string }'],
    [v.pipe(v.array(v.object({})), v.maxLength(20)), 'Array<{}> /* ≤ 20 */'],
    [v.record(v.string(), v.boolean()), 'Record<string, boolean>'],
    [v.unknown(), 'unknown'],
  ])('%#', (schema, expected) => {
    expect(typeText(answeredSchema(schema))).toBe(expected);
  });
});

it('the page has a section of every route', () => {
  const titles = apiPage()
    .split('\n')
    .filter((line) => line.startsWith('## '));
  for (const key of Object.keys(apiRoutes)) expect(titles).toContain(`## ${key}`);
});
