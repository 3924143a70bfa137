import { present } from '../model/present.ts';
import type { StageSaid } from '../model/reading.ts';
import type { Reference, ReferenceKind, Tuple } from '../model/references.ts';
import { stageTypeSchema, type Named, type StageType } from '../model/words.ts';
import { plainName } from './named.ts';
import { referenceKey } from './references.ts';
import { lastSaidFirst, nameIn } from './register.ts';

/** A stage completed by what is known of it. */
export interface KnownStage {
  stage: StageSaid;
  /** Said elsewhere for the same stage under the same name. */
  elsewhere: StageType | undefined;
}

/** What a salon is known to have named, found without going through all of it. */
export interface KnownNames {
  stage: (said: StageSaid, pipeline: Named | undefined) => KnownStage;
  /** Something said by its id alone takes the name that is known of it. */
  named: <N extends Named>(kind: Exclude<ReferenceKind, 'stage'>, said: N | undefined) => N | undefined;
}

export function knownNames(references: readonly Reference[]): KnownNames {
  const byKey = new Map(references.map((reference) => [`${reference.kind}#${reference.key}`, reference]));
  const stages = stageIndex(references.filter(({ kind }) => kind === 'stage'));
  return {
    stage: (said, pipeline) => knownStage(said, relatives(stages(said), pipeline)),
    named: (kind, said) => {
      const key = said?.id === undefined || said.name !== undefined ? undefined : referenceKey(said);
      const name = key === undefined ? undefined : nameIn(byKey.get(`${kind}#${key}`)?.tuples ?? []);
      return said === undefined || name === undefined ? said : { ...said, name };
    },
  };
}

/** The stages that may be the one said: by id when both have one, else by a name that was said of them. */
function stageIndex(stages: Reference[]): (said: StageSaid) => Reference[] {
  const byId = Map.groupBy(stages, ({ id }) => id ?? '');
  const byName = new Map<string, Reference[]>();
  for (const stage of stages) {
    for (const name of new Set(
      stage.tuples.flatMap((tuple) => (tuple.name === undefined ? [] : [plainName(tuple.name)])),
    )) {
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [stage]);
      else known.push(stage);
    }
  }
  return ({ id, name }) => {
    const named = name === undefined ? [] : (byName.get(plainName(name)) ?? []);
    if (id === undefined) return named;
    return [...(byId.get(id) ?? []), ...named.filter((stage) => stage.id === undefined)];
  };
}

/** In the deal's pipeline first, then without one, then, of a stage said without one, in others. */
function relatives(same: Reference[], pipeline: Named | undefined): Reference[] {
  const pipelineKey = pipeline && referenceKey(pipeline);
  return [
    ...same.filter((reference) => pipelineKey !== undefined && reference.pipelineKey === pipelineKey),
    ...same.filter((reference) => reference.pipelineKey === undefined),
    ...(pipelineKey === undefined ? same.filter((reference) => reference.pipelineKey !== undefined) : []),
  ];
}

function knownStage(said: StageSaid, known: Reference[]): KnownStage {
  const name = said.name ?? known.map(({ tuples }) => nameIn(tuples)).find((one) => one !== undefined);
  const { type: elsewhere, order } = saidUnder(
    name,
    known.flatMap(({ tuples }) => lastSaidFirst(tuples)),
  );
  return {
    stage: present({
      id: said.id ?? known.find(({ id }) => id !== undefined)?.id,
      name,
      type: said.type,
      order: said.order ?? order,
    }),
    elsewhere,
  };
}

/** What a register itself says of a stage, under the name that was last said. */
export function stageSaid({ id, tuples }: Pick<Reference, 'id' | 'tuples'>): StageSaid {
  const name = nameIn(tuples);
  return present({ id, name, ...saidUnder(name, lastSaidFirst(tuples)) });
}

/** The first type and the first order that tuples give under a name. */
function saidUnder(name: string | undefined, tuples: Tuple[]): { type?: StageType; order?: number } {
  const same = (other: string | undefined) =>
    name === undefined || other === undefined ? other === name : plainName(other) === plainName(name);
  const under = tuples.filter((tuple) => same(tuple.name));
  const order = under.find((tuple) => tuple.order !== undefined)?.order;
  const type = under.find((tuple) => tuple.type !== undefined)?.type;
  return present({
    type: stageTypeSchema.options.find((one) => one === type),
    order: order === undefined ? undefined : Number(order),
  });
}
