import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import * as v from 'valibot';
import { openApi } from '../../docs/generator/openapi.ts';
import { takenSchema } from '../../docs/generator/taken-schema.ts';
import { createSalonSchema, saveAccountSchema } from '../../lib/model/api.ts';
import { apiRoutes } from '../../lib/model/routes.ts';

interface Document {
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
}
const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ key: `${method.toUpperCase()} ${path}`, ...operation })),
);

describe('docs/openapi.json', () => {
  it('is an OpenAPI 3.1 document', async () => {
    const result = await new Validator().validate(readFileSync('docs/openapi.json', 'utf8'));
    expect(result).toMatchObject({ valid: true });
  });

  it('is what the model says', () => {
    expect(document).toEqual(JSON.parse(JSON.stringify(openApi())));
  });

  it('has an operation of every route, each with a name of its own', () => {
    expect(operations.map(({ key }) => key).sort()).toEqual(Object.keys(apiRoutes).sort());
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });

  it('names nothing that it does not hold', () => {
    const named = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g);
    for (const [, path = ''] of named) {
      const there = path
        .split('/')
        .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], document);
      expect([path, typeof there]).toEqual([path, 'object']);
    }
  });
});

describe('what a caller may send', () => {
  it.each<[v.GenericSchema, string, unknown]>([
    [createSalonSchema, 'currency', ' rub '],
    [createSalonSchema, 'timezone', ` ${' '.repeat(100)}Europe/Moscow `],
    [saveAccountSchema, 'name', `${' '.repeat(300)}Имя`],
  ])('%#: matches its pattern when the API takes it', (schema, field, value) => {
    const pattern = takenSchema(schema).properties?.[field];
    expect(v.safeParse(schema, { [field]: value, version: 1 }).success).toBe(true);
    expect(value).toMatch(new RegExp((pattern as { pattern: string }).pattern));
    expect(pattern).not.toHaveProperty('maxLength');
  });

  it.each([
    ['currency', 'RU'],
    ['currency', 'RUBL'],
    ['timezone', 'x'.repeat(65)],
  ])('%s: says what is refused', (field, value) => {
    const { pattern } = takenSchema(createSalonSchema).properties?.[field] as { pattern: string };
    expect(v.safeParse(createSalonSchema, { [field]: value }).success).toBe(false);
    expect(value).not.toMatch(new RegExp(pattern));
  });
});
