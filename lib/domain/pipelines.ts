import type { Reference } from '../model/references.ts';
import type { Salon } from '../model/settings.ts';
import type { PipelineRecord } from '../model/shown.ts';
import type { StageType } from '../model/words.ts';
import { knownNames, stageSaid } from './known-names.ts';
import { plainName } from './named.ts';
import { compare } from './order.ts';
import { stageTypeOf } from './stage-type.ts';
import { taughtBy } from './status.ts';
import { defaultPipeline, ownPipeline } from './today.ts';

/** A salon with the stages that it has named. */
export interface SalonStages {
  salon: Pick<Salon, 'key' | 'salonId' | 'salonLogin' | 'salonName' | 'stageTypes' | 'useDefaultPipeline'>;
  references: Reference[];
}

/** A stage seen, as far as pipelines are concerned. */
interface Seen {
  id: string;
  name: string;
  type: StageType;
  order: number;
  first: string;
}

/** The pipelines of an account as CoMagic wants them: the default one when a salon uses it, one a salon that has its own. */
export function pipelinesOf(salons: SalonStages[]): PipelineRecord[] {
  const inDefault = salons.filter((salon) => uses(salon, 'inDefault', salon.salon.useDefaultPipeline));
  const inOwn = salons.filter((salon) => uses(salon, 'inOwn', !salon.salon.useDefaultPipeline));
  return [
    ...(inDefault.length > 0 ? [{ ...defaultPipeline, stages: stagesOf(inDefault) }] : []),
    ...inOwn.map((own) => ({ ...ownPipeline(own.salon), salon: own.salon.key, stages: stagesOf([own]) })),
  ];
}

/** Deals keep the pipeline chosen when they came, so a salon may have stages in both. */
function uses({ references }: SalonStages, choice: 'inDefault' | 'inOwn', today: boolean): boolean {
  return today || references.some((reference) => reference.kind === 'stage' && reference[choice] === true);
}

function stagesOf(salons: SalonStages[]): PipelineRecord['stages'] {
  const seen = salons.flatMap(seenStages).sort(inOrder);
  const inProcess = oneAName(seen.filter((stage) => stage.type === 'in_process'));
  const last = inProcess.length * 10;
  return [
    ...inProcess.map(({ id, name, type }, i) => ({ id, name, type, order: (i + 1) * 10 })),
    { id: 'success', name: nameOf(seen, 'success') ?? 'Успешно', type: 'success', order: last + 10 },
    { id: 'failed', name: nameOf(seen, 'failed') ?? 'Отменено', type: 'failed', order: last + 20 },
  ];
}

function seenStages({ salon, references }: SalonStages): Seen[] {
  const taught = taughtBy(salon.stageTypes);
  const names = knownNames(references);
  return references
    .filter(({ kind }) => kind === 'stage')
    .map((reference) => {
      const { key, first } = reference;
      const { stage, elsewhere } = names.stage(stageSaid(reference), undefined);
      return {
        id: `${salon.key}.${key}`,
        name: stage.name ?? stage.id ?? key,
        type: stageTypeOf({ stage, elsewhere }, taught).type,
        order: stage.order ?? Infinity,
        first,
      };
    });
}

/** The sender's order; where it gives none, the first version that named the stage. */
function inOrder(a: Seen, b: Seen): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return compare(a.first, b.first) || compare(a.id, b.id);
}

/** Stages of equal names are one, in the place of the first. */
function oneAName(stages: Seen[]): Seen[] {
  const byName = new Map<string, Seen>();
  for (const stage of stages) {
    const name = plainName(stage.name);
    if (!byName.has(name)) byName.set(name, stage);
  }
  return [...byName.values()];
}

function nameOf(seen: Seen[], type: StageType): string | undefined {
  return seen.find((stage) => stage.type === type)?.name;
}
