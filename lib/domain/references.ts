import { createHash } from 'node:crypto';
import type { SetRow } from '../model/event-set.ts';
import { encodeId } from '../model/ids.ts';
import type { Reference, ReferenceKind, Register } from '../model/references.ts';
import type { StageSaid } from '../model/reading.ts';
import type { Named } from '../model/words.ts';
import { newer } from './register.ts';
import { smallest } from './order.ts';
import { plainName } from './named.ts';
import { present } from '../model/present.ts';
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
 * What a delivery tells of pipelines, stages, managers and fields. Every delivery is to be merged, repeats too: of an
 * event without a time of its own the newest delivery counts.
 */
export function referencesOf(row: SetRow): Reference[] {
  const version = versionOf(row.reading, row.receivedAt);
  const { pipeline, stage, previousStage, manager, userFields = [] } = row.reading;
  // Each is a write: those that no record keeps are not worth it.
  const fields = smallestFields(userFields).map((field) =>
    told('field', referenceKey(field), field, version, { type: field.type }),
  );
  if (row.deal === undefined) return joined(fields);
  const pipelineKey = pipeline && referenceKey(pipeline);
  const used = { [row.deal.useDefaultPipeline ? 'inDefault' : 'inOwn']: 'yes' };
  const stageTold = (said: StageSaid | undefined) =>
    said &&
    told(
      'stage',
      stageKey(said, pipelineKey),
      said,
      version,
      { type: said.type, order: said.order?.toString(), ...used },
      pipelineKey,
    );
  return joined([
    pipeline && told('pipeline', pipelineKey, pipeline, version),
    stageTold(previousStage),
    stageTold(stage),
    manager && told('manager', referenceKey(manager), manager, version, { role: manager.role }),
    ...fields,
  ]);
}

function told(
  kind: ReferenceKind,
  key: string | undefined,
  { id, name }: Named,
  version: string,
  more: Record<string, string | undefined> = {},
  pipelineKey?: string,
): Reference | undefined {
  if (key === undefined) return undefined;
  return present({
    v: 1 as const,
    kind,
    key,
    id,
    pipelineKey,
    properties: registers({ name, ...more }, version),
    first: version,
  });
}

function registers(values: Record<string, string | undefined>, version: string): Record<string, Register> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, { value, version }]])),
  );
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

/** A join: of each property the newer register, the earliest mention. */
export function mergeReference(a: Reference, b: Reference): Reference {
  return present({
    v: 1 as const,
    kind: a.kind,
    key: a.key,
    id: smallest([a.id, b.id]),
    pipelineKey: smallest([a.pipelineKey, b.pipelineKey]),
    properties: mergeRegisters(a.properties, b.properties),
    first: smallest([a.first, b.first]) ?? a.first,
  });
}

function mergeRegisters(a: Record<string, Register>, b: Record<string, Register>): Record<string, Register> {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const register = newer(a[name], b[name]);
      return register === undefined ? [] : [[name, register]];
    }),
  );
}
