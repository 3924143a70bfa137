import { readFileSync } from 'node:fs';
import type { Example, Examples } from './examples.ts';

interface Operation {
  parameters?: { name?: string; in?: string; example?: string }[];
  requestBody?: { content: Record<string, { example?: object }> };
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
}

/** docs/openapi.json, and in it for each operation the call that must succeed. */
export function documentWith(examples: Examples): object {
  const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Document;
  for (const [key, example] of Object.entries(examples)) {
    const [method = '', path = ''] = key.split(' ');
    const operation = document.paths[path]?.[method.toLowerCase()];
    if (operation === undefined) throw new Error(`docs/openapi.json has no ${key}`);
    show(operation, example);
  }
  return document;
}

function show(operation: Operation, { ids: [id] = [], body }: Example): void {
  const parameter = operation.parameters?.find((one) => one.name === 'id' && one.in === 'path');
  if (parameter !== undefined && id !== undefined) parameter.example = id;
  const content = operation.requestBody?.content['application/json'];
  if (content !== undefined && body !== undefined) content.example = body;
}

export interface Documented {
  /** `GET /api/me`, as reports name it. */
  label: string;
  /** Statuses of its answers that are no errors. */
  successes: string[];
}

export function operationsOf(document: object): Documented[] {
  const { paths } = document as { paths: Record<string, Record<string, { responses: object }>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses }]) => ({
      label: `${method.toUpperCase()} ${path}`,
      successes: Object.keys(responses).filter((status) => status.startsWith('2')),
    })),
  );
}
