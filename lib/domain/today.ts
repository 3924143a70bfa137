import type { FoldedDeal } from '../model/deal.ts';
import type { StatusTold } from '../model/records.ts';
import { present } from '../model/present.ts';
import type { StageSaid, StatusWord } from '../model/reading.ts';
import type { Reference } from '../model/references.ts';
import type { Salon } from '../model/settings.ts';
import type { StageShown, StageTyped } from '../model/shown.ts';
import type { Named, StageType } from '../model/words.ts';
import { knownNames, type KnownNames } from './known-names.ts';
import { stageTypeOf } from './stage-type.ts';
import { taughtBy, type Taught } from './status.ts';

/** What a stored record is shown with: today's settings of its salon, and what the salon is known to have named. */
export interface Today {
  salon: Pick<Salon, 'key' | 'salonId' | 'salonLogin' | 'salonName'>;
  names: KnownNames;
  stageTaught: Taught<StageType>;
  statusTaught: Taught<StatusWord>;
}

/** Made once a call: it holds indexes of all that the salon has named. */
export function todayWith(
  salon: Today['salon'] & Pick<Salon, 'stageTypes' | 'bookingStatuses'>,
  references: readonly Reference[],
): Today {
  return {
    salon,
    names: knownNames(references),
    stageTaught: taughtBy(salon.stageTypes),
    statusTaught: taughtBy(salon.bookingStatuses),
  };
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
export function typedStage(
  said: StageSaid,
  status: StatusTold | undefined,
  pipeline: Named | undefined,
  { names, stageTaught }: Today,
): StageTyped {
  const { stage, elsewhere } = names.stage(said, pipeline);
  return present({ ...stage, ...stageTypeOf({ stage, status, elsewhere }, stageTaught) });
}

/** The same as lists show it. */
export function shownStage({ typeFrom, ...stage }: StageTyped): StageShown {
  return stage;
}

/** What a record says of its stage, completed and typed: undefined when it says nothing. */
export function stageSaid(
  said: { stage?: StageSaid | undefined; stageStatus?: StatusTold | undefined; senderPipeline?: Named | undefined },
  today: Today,
): StageTyped | undefined {
  if (said.stage === undefined && said.stageStatus === undefined) return undefined;
  return typedStage(said.stage ?? {}, said.stageStatus, said.senderPipeline, today);
}
