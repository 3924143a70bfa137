import type { StageSaid } from '../model/reading.ts';
import type { StageType } from '../model/words.ts';
import { plainName } from './named.ts';

const words: Record<StageType, string[]> = {
  in_process: ['new', 'confirmed', 'waiting', '0', '2'],
  success: ['came', 'paid', 'finished', 'оплачено', 'завершено', 'выполнено', '1'],
  failed: ['cancelled', 'отменена', 'отменено', 'deleted', 'no-show', 'не пришел', 'не пришла', '-1'],
};
const typeOfWord = new Map<string, StageType>([
  ...words.in_process.map((word) => [word, 'in_process'] as const),
  ...words.success.map((word) => [word, 'success'] as const),
  ...words.failed.map((word) => [word, 'failed'] as const),
]);

/** amoCRM's two final stages have the same ids in every pipeline. */
const amoTypes = new Map<string, StageType>([
  ['142', 'success'],
  ['143', 'failed'],
]);

/**
 * The type of a stage: as the sender gives it, else by the salon's `stageTypes`, else by the whole name or the status,
 * amoCRM's 142 and 143, else in process.
 */
export function stageTypeOf(
  stage: StageSaid | undefined,
  status: string | undefined,
  stageTypes: Record<string, StageType>,
): StageType {
  const names = [stage?.name, status].filter((name) => name !== undefined).map(plainName);
  return (
    stage?.type ??
    first(names, (name) => taught(name, stageTypes)) ??
    first(names.slice(0, stage?.name === undefined ? 0 : 1), (name) => typeOfWord.get(name)) ??
    amoTypes.get(stage?.id ?? '') ??
    first(names, (name) => typeOfWord.get(name)) ??
    'in_process'
  );
}

function taught(name: string, stageTypes: Record<string, StageType>): StageType | undefined {
  return Object.entries(stageTypes).find(([said]) => plainName(said) === name)?.[1];
}

function first<T, U>(values: T[], look: (value: T) => U | undefined): U | undefined {
  for (const value of values) {
    const found = look(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
