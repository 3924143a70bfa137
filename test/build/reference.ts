import type { Reference, Tuple } from '../../lib/model/references.ts';

type Said = Omit<Tuple, 'day' | 'version'>;

/** A stage, pipeline, manager or field as a salon named it; `said` is what one event said of it, at its first mention. */
export function aReference(over: Partial<Reference> = {}, said: Said = { name: 'Новая' }): Reference {
  const first = over.first ?? '2026-03-17T10:00:00.000Z';
  const tuples = Object.keys(said).length === 0 ? [] : [aTuple(said, first)];
  return { v: 2, kind: 'stage', key: '/10', id: '10', tuples, first, ...over };
}

/** What an event of that version said. */
export function aTuple(said: Said, version: string): Tuple {
  return { ...said, day: version.slice(0, 10), version };
}
