import type { FoldedDeal } from '../model/records.ts';
import type { StageShown } from '../model/api-records.ts';
import type { StageSaid } from '../model/reading.ts';
import type { Reference } from '../model/references.ts';
import type { Salon } from '../model/settings.ts';
import type { Named, StageType } from '../model/words.ts';
import { present } from '../model/present.ts';
import { resolveStage } from './resolve-stage.ts';
import { stageTypeOf } from './stage-type.ts';

/** What a stored record is shown with: today's settings of its salon, and what the salon is known to have named. */
export interface Today {
  salon: Pick<Salon, 'key' | 'salonId' | 'salonLogin' | 'salonName' | 'stageTypes'>;
  /** At least the salon's stages. */
  references: Reference[];
}

/** The default pipeline of an account. */
export const defaultPipeline = { id: 'default', name: 'Сделки из ПрофСалона' } as const;

/** A pipeline's name is read from settings, never stored. */
export function pipelineOf({ useDefaultPipeline }: Pick<FoldedDeal, 'useDefaultPipeline'>, salon: Today['salon']) {
  return useDefaultPipeline ? defaultPipeline : ownPipeline(salon);
}

/** The pipeline that is named after the salon. */
export function ownPipeline({ key, salonName, salonLogin }: Today['salon']): { id: string; name: string } {
  return { id: key, name: salonName ?? salonLogin ?? key };
}

/** A stage completed and typed. */
export function shownStage(
  stage: StageSaid,
  status: string | undefined,
  pipeline: Named | undefined,
  today: Today,
): StageShown {
  const resolved = resolveStage(stage, pipeline, today.references);
  return present({ ...resolved, type: stageTypeOf(resolved, status, today.salon.stageTypes) });
}

/** The type of what a record says of its stage: undefined when it says nothing. */
export function typeSaid(
  said: { stage?: StageSaid | undefined; stageStatus?: string | undefined; senderPipeline?: Named | undefined },
  today: Today,
): StageType | undefined {
  if (said.stage === undefined && said.stageStatus === undefined) return undefined;
  return shownStage(said.stage ?? {}, said.stageStatus, said.senderPipeline, today).type;
}
