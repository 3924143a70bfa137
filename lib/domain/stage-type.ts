import type { StageSaid } from '../model/reading.ts';
import type { StatusTold } from '../model/records.ts';
import type { StageTyped, TypeFrom } from '../model/shown.ts';
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
export function stageTypeOf({ stage, status, elsewhere }: TypeQuestion, taught: Taught<StageType>): Typed {
  const { id, name, type } = stage ?? {};
  return (
    typed(ifSaid(name, taught) ?? first(status?.texts ?? [], ({ text }) => taught(text)), 'taught') ??
    typed(type, 'sender') ??
    typed(ifSaid(name, typeInLexicon) ?? ifSaid(id, typeOfStageId) ?? typeOfStatus(status), 'lexicon') ??
    typed(elsewhere, 'elsewhere') ?? { type: 'in_process', typeFrom: 'nothing' }
  );
}

type Typed = Pick<StageTyped, 'type' | 'typeFrom'>;

function typed(type: StageType | undefined, typeFrom: TypeFrom): Typed | undefined {
  return type && { type, typeFrom };
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
