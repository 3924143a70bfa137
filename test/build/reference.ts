import type { Reference } from '../../lib/model/references.ts';

/** A stage, pipeline, manager or field as a salon named it; `said` gives its properties one register each. */
export function aReference(over: Partial<Reference> = {}, said: Record<string, string> = { name: 'Новая' }): Reference {
  const first = over.first ?? '2026-03-17T10:00:00.000Z';
  const properties = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, { value, version: first }]));
  return { v: 1, kind: 'stage', key: '/10', id: '10', properties, first, ...over };
}
