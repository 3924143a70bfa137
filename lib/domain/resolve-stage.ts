import type { StageSaid } from '../model/reading.ts';
import type { Reference } from '../model/references.ts';
import { stageTypeSchema, type Named, type StageType } from '../model/words.ts';
import { plainName } from './named.ts';
import { present } from '../model/present.ts';
import { referenceKey } from './references.ts';

/** What is known of a stage from other events, laid under what was said. */
export function resolveStage(stage: StageSaid, pipeline: Named | undefined, references: Reference[]): StageSaid {
  const known = relatives(stage, pipeline, references);
  const of = (name: string) => known.find((reference) => reference.properties[name])?.properties[name]?.value;
  return present({
    id: stage.id ?? known.find((reference) => reference.id !== undefined)?.id,
    name: stage.name ?? of('name'),
    type: stage.type ?? typeFrom(of('type')),
    order: stage.order ?? numberFrom(of('order')),
  });
}

/** The same stage as the salon named it elsewhere: in the deal's pipeline first, then without one, then in others. */
function relatives(stage: StageSaid, pipeline: Named | undefined, references: Reference[]): Reference[] {
  const pipelineKey = pipeline && referenceKey(pipeline);
  const same = references.filter((reference) => reference.kind === 'stage' && isSame(stage, reference));
  return [
    ...same.filter((reference) => pipelineKey !== undefined && reference.pipelineKey === pipelineKey),
    ...same.filter((reference) => reference.pipelineKey === undefined),
    ...(pipelineKey === undefined ? same.filter((reference) => reference.pipelineKey !== undefined) : []),
  ];
}

function isSame(stage: StageSaid, { id, properties }: Reference): boolean {
  if (stage.id !== undefined && id !== undefined) return stage.id === id;
  const name = properties['name']?.value;
  return stage.name !== undefined && name !== undefined && plainName(stage.name) === plainName(name);
}

/** A stage type out of a register. */
export function typeFrom(text: string | undefined): StageType | undefined {
  return stageTypeSchema.options.find((type) => type === text);
}

/** A number out of a register. */
export function numberFrom(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
