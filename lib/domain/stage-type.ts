import type { StageSaid } from '../model/reading.ts';
import type { StatusTold } from '../model/records.ts';
import type { StageType } from '../model/words.ts';
import { statusInLexicon, typeInLexicon, typeOfStageId } from './lexicon.ts';
import type { Taught } from './status.ts';

/** What is asked for the type of a stage. */
export interface TypeQuestion {
  /** As said, its name completed by what else is known of its id. */
  stage: StageSaid | undefined;
  /** Said of the deal itself. */
  status?: StatusTold | undefined;
  /** Said elsewhere for the same id under the same name. */
  elsewhere?: StageType | undefined;
}

/**
 * The type of a stage, first answer counts: teaching, the type that the sender gives with it, the lexicon by name, the ids of
 * other systems' final stages, the lexicon by status, a type said elsewhere, else in process.
 */
export function stageTypeOf({ stage, status, elsewhere }: TypeQuestion, taught: Taught<StageType>): StageType {
  const { id, name, type } = stage ?? {};
  return (
    ifSaid(name, taught) ??
    first(status?.texts ?? [], ({ text }) => taught(text)) ??
    type ??
    ifSaid(name, typeInLexicon) ??
    ifSaid(id, typeOfStageId) ??
    typeOfStatus(status) ??
    elsewhere ??
    'in_process'
  );
}

function typeOfStatus(status: StatusTold | undefined): StageType | undefined {
  if (status?.word !== undefined) return typeInLexicon(status.word);
  return first(status?.texts ?? [], (said) => {
    const word = statusInLexicon(said);
    return typeInLexicon(said.text) ?? (word === undefined ? undefined : typeInLexicon(word));
  });
}

function ifSaid<T>(text: string | undefined, look: (text: string) => T | undefined): T | undefined {
  return text === undefined ? undefined : look(text);
}

function first<T, U>(values: readonly T[], look: (value: T) => U | undefined): U | undefined {
  for (const value of values) {
    const found = look(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
