import type { StatusSaid, StatusWord } from '../model/reading.ts';
import type { StageType } from '../model/words.ts';

/** What words of statuses and stages mean, whole texts: for a booking, and as the type of a stage. */
interface Meaning {
  booking?: StatusWord;
  type: StageType;
  english: readonly string[];
  /** Stems, each with its endings. */
  russian: readonly string[];
}

/** Every gender and number of adjectives, short participles with full ones, and past tenses. */
const adjective = (stem: string) => ['ый', 'ая', 'ое', 'ые'].map((ending) => stem + ending);
const participle = (stem: string) => [...short(stem), ...adjective(`${stem}н`)];
const short = (stem: string) => ['', 'а', 'о', 'ы'].map((ending) => stem + ending);
const past = (stem: string) => ['ла', 'ло', 'ли'].map((ending) => stem + ending);
const came = ['пришел', ...past('приш')];
const closed = [...short('закрыт'), ...adjective('закрыт')];
const phrases = (before: string, words: readonly string[], after = '') => words.map((word) => before + word + after);

const meanings: readonly Meaning[] = [
  {
    booking: 'new',
    type: 'in_process',
    english: ['new', 'pending', 'waiting', 'requested', 'created'],
    russian: [...adjective('нов'), 'ожидает', 'ожидают', ...participle('создан')],
  },
  {
    booking: 'confirmed',
    type: 'in_process',
    english: ['confirmed', 'accepted', 'approved', 'scheduled'],
    russian: [...participle('подтвержден'), ...participle('записан')],
  },
  {
    booking: 'came',
    type: 'success',
    english: ['came', 'arrived', 'visited', 'attended', 'completed', 'finished', 'done'],
    russian: [
      ...came,
      ...participle('завершен'),
      ...participle('выполнен'),
      ...['состоялся', 'состоялась', 'состоялось', 'состоялись'],
      ...['услуги оказаны', 'услуга оказана'],
    ],
  },
  { booking: 'paid', type: 'success', english: ['paid', 'paid full'], russian: participle('оплачен') },
  {
    booking: 'cancelled',
    type: 'failed',
    english: ['cancelled', 'canceled', 'declined', 'rejected', 'no show', 'noshow', 'deleted'],
    russian: [
      ...participle('отменен'),
      ...participle('отклонен'),
      ...['отказ', 'неявка'],
      ...phrases('не ', came),
      ...participle('удален'),
    ],
  },
  {
    type: 'success',
    english: ['won', 'closed won', 'success'],
    russian: [...phrases('успешно ', participle('реализован')), 'успех'],
  },
  {
    type: 'failed',
    english: ['lost', 'closed lost', 'failed', 'lose'],
    russian: [...closed.flatMap((word) => phrases(`${word} и не `, participle('реализован'))), 'провал'],
  },
];
const meaningOf = new Map<string, Meaning>(
  meanings.flatMap((meaning) => [...meaning.english, ...meaning.russian].map((word) => [word, meaning] as const)),
);

/** Cancellations that also begin a longer text, when it goes on with why or by whom. */
const beginnings = [
  ...['отменен', 'отклонен'].flatMap(participle),
  ...phrases('не ', came),
  ...['cancelled', 'canceled', 'declined'],
].sort((a, b) => b.length - a.length);
const goesOn = { words: ['по', 'by', 'from'], stems: ['клиент', 'администратор', 'салон'] };

export const negative = /^\s*-\d/;
export const separators = /[\s_-]+/g;
export const bitrixStage = /^(?:c\d{1,9}:)?(won|lose)$/;
/** Code units of a text that can mean anything to the lexicon. */
const longest = 255;

/** A text as it is compared: trimmed, case and ё folded, `_`, `-` and runs of blanks as one blank; a number keeps its sign. */
export function plainStatus(text: string): string {
  const sign = negative.test(text) ? '-' : '';
  return sign + text.slice(0, longest).toLowerCase().replaceAll('ё', 'е').replace(separators, ' ').trim();
}

/** The digits of YCLIENTS' attendance. */
const attendance = new Map<string, StatusWord>([
  ['-1', 'cancelled'],
  ['0', 'new'],
  ['1', 'came'],
  ['2', 'confirmed'],
]);

/** What a text in a field of a booking means; undefined when the lexicon does not know it. */
export function statusInLexicon({ text, field }: StatusSaid): StatusWord | undefined {
  const digits = field === 'status' ? undefined : attendance.get(text.trim());
  return digits ?? meaningIn(plainStatus(text))?.booking;
}

/** What a text means as the name or the status of a stage. */
export function typeInLexicon(text: string): StageType | undefined {
  const plain = plainStatus(text);
  const bitrix = bitrixStage.exec(plain)?.[1];
  return meaningIn(bitrix ?? plain)?.type;
}

function meaningIn(plain: string): Meaning | undefined {
  const whole = meaningOf.get(plain);
  if (whole !== undefined) return whole;
  const begin = beginnings.find((word) => plain.startsWith(`${word} `));
  const next = begin === undefined ? '' : (plain.slice(begin.length + 1).split(' ', 1)[0] ?? '');
  const follows = goesOn.words.includes(next) || goesOn.stems.some((stem) => next.startsWith(stem));
  return follows ? meaningOf.get('cancelled') : undefined;
}

/** amoCRM's two final stages have the same ids in every pipeline, Bitrix24's are called so. */
export function typeOfStageId(id: string): StageType | undefined {
  if (id === '142') return 'success';
  if (id === '143') return 'failed';
  return bitrixStage.test(id.toLowerCase()) ? typeInLexicon(id) : undefined;
}
