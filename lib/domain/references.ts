import { createHash } from 'node:crypto';
import type { SetRow } from '../model/event-set.ts';
import { encodeId } from '../model/ids.ts';
import { present } from '../model/present.ts';
import type { StageSaid } from '../model/reading.ts';
import type { Reference, ReferenceKind, Tuple } from '../model/references.ts';
import type { Named } from '../model/words.ts';
import { plainName } from './named.ts';
import { smallest } from './order.ts';
import { joinTuples, tupleAt } from './register.ts';
import { versionOf } from './time.ts';
import { smallestFields } from './user-fields.ts';

/** Longest part of a key, so that a stage's fits into a sort key (1,024 bytes). */
const longestPart = 300;

/** Key of something named: by its id, else by its lower-cased name; `undefined` when it has neither. */
export function referenceKey({ id, name }: Named): string | undefined {
  const part = id === undefined ? name && `n.${encodeId(plainName(name))}` : encodeId(id);
  if (part === undefined || part.length <= longestPart) return part;
  return `h.${createHash('sha256').update(part).digest('hex')}`;
}

/** Key of a stage: the sender's pipeline, or none, and the stage. */
function stageKey(stage: StageSaid, pipelineKey: string | undefined): string | undefined {
  const key = referenceKey(stage);
  return key && `${pipelineKey ?? ''}/${key}`;
}

/**
 * What a delivery tells of pipelines, stages, managers, staff and fields. Every delivery is to be joined, repeats too: of an
 * event without a time of its own the newest delivery counts.
 */
export function referencesOf(row: SetRow): Reference[] {
  const version = versionOf(row.reading, row.receivedAt);
  const { staff, userFields = [] } = row.reading;
  // Each is a write: those that no record keeps are not worth it.
  const fields = smallestFields(userFields).map((field) =>
    told('field', referenceKey(field), field, version, { name: field.name, type: field.type }),
  );
  const people = staff && told('staff', referenceKey(staff), staff, version, { name: staff.name });
  return joined([...(row.deal === undefined ? [] : ofDeal(row, version)), people, ...fields]);
}

function ofDeal({ reading, deal }: SetRow, version: string): (Reference | undefined)[] {
  const { pipeline, stage, previousStage, manager } = reading;
  const pipelineKey = pipeline && referenceKey(pipeline);
  const used = deal?.useDefaultPipeline === true ? ({ inDefault: true } as const) : ({ inOwn: true } as const);
  const stageTold = (said: StageSaid | undefined) => {
    if (said === undefined) return undefined;
    const tuple = { name: said.name, type: said.type, order: said.order?.toString() };
    const reference = told('stage', stageKey(said, pipelineKey), said, version, tuple);
    return reference && present({ ...reference, pipelineKey, ...used });
  };
  return [
    pipeline && told('pipeline', pipelineKey, pipeline, version, { name: pipeline.name }),
    stageTold(previousStage),
    stageTold(stage),
    manager && told('manager', referenceKey(manager), manager, version, { name: manager.name, role: manager.role }),
  ];
}

function told(
  kind: ReferenceKind,
  key: string | undefined,
  { id }: Named,
  version: string,
  said: Omit<Tuple, 'day' | 'version'>,
): Reference | undefined {
  if (key === undefined) return undefined;
  return present({ v: 2 as const, kind, key, id, tuples: tupleAt(said, version), first: version });
}

/** One reference a key: an event may name a stage twice, as the present and the previous one. */
function joined(references: (Reference | undefined)[]): Reference[] {
  const byKey = new Map<string, Reference>();
  for (const reference of references) {
    if (reference === undefined) continue;
    const key = `${reference.kind}#${reference.key}`;
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? reference : mergeReference(known, reference));
  }
  return [...byKey.values()];
}

/** A join: of each tuple the later day, the earliest mention. */
export function mergeReference(a: Reference, b: Reference): Reference {
  return present({
    v: 2 as const,
    kind: a.kind,
    key: a.key,
    id: smallest([a.id, b.id]),
    pipelineKey: smallest([a.pipelineKey, b.pipelineKey]),
    tuples: joinTuples(a.tuples, b.tuples),
    first: smallest([a.first, b.first]) ?? a.first,
    inDefault: a.inDefault ?? b.inDefault,
    inOwn: a.inOwn ?? b.inOwn,
  });
}
