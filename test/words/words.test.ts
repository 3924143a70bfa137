import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { counted, countedEnglish, quoted } from '../../web/words/plural.ts';

const files = readdirSync('web/words').filter((file) => /^(?:ru|en)(?:-|\.)/.test(file));

type Said = readonly [place: string, text: string];

/** Every sentence of a dictionary; one that takes something says it of numbers, or of texts where those do not do. */
function sentencesOf(value: unknown, place: string): Said[] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') return sentencesOf(spoken(value as Speaker), place);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => sentencesOf(one, `${place}.${key}`));
}

type Speaker = (...given: readonly unknown[]) => unknown;

function spoken(say: Speaker): unknown {
  try {
    return say(21, 21, 21);
  } catch {
    return say('слово', 'слово', 'слово');
  }
}

async function sentencesIn(language: string): Promise<Said[]> {
  const all = files.filter((file) => file.startsWith(language));
  const read = await Promise.all(all.map(async (file) => (await import(`../../web/words/${file}`)) as object));
  return all.flatMap((file, at) => sentencesOf({ ...read[at] }, file));
}

/** What no sentence has, by what should stand there. */
const faults = {
  'a dash (—)': / -+ |--/,
  'one character for three dots (…)': /\.\.\./,
  'a space that does not break in a number': /\b\d{1,3} \d{3}(?![\d-])(?! \d)/,
  'a space that does not break before the sign of a share': /\d %/,
  'one space': / {2}|^ | $/,
};

describe.each([
  ['ru', { ...faults, 'marks of Russian («»)': /["“”](?!»)/, 'no apostrophe': /['’]/ }],
  ['en', { ...faults, 'marks of English (“”)': /"|«/, 'an apostrophe of type (’)': /'/ }],
] as const)('What the page says in %s', (language, wrong) => {
  it.each(Object.entries(wrong))('has %s', async (_, pattern) => {
    const said = await sentencesIn(language);
    expect(said.length).toBeGreaterThan(500);
    expect(said.filter(([, text]) => pattern.test(text))).toEqual([]);
  });
});

describe('A number with its noun', () => {
  it.each([
    [1, '1\u00a0салон'],
    [2, '2\u00a0салона'],
    [5, '5\u00a0салонов'],
    [11, '11\u00a0салонов'],
    [21, '21\u00a0салон'],
    [112, '112\u00a0салонов'],
    [1234, '1\u00a0234\u00a0салона'],
  ])('%d', (count, said) => {
    expect(counted(count, 'салон', 'салона', 'салонов')).toBe(said);
  });

  it('has a comma in thousands in English', () => {
    expect(countedEnglish(1, 'salon', 'salons')).toBe('1\u00a0salon');
    expect(countedEnglish(1234, 'salon', 'salons')).toBe('1,234\u00a0salons');
  });
});

it('A name with marks of its own stands between marks of another kind', () => {
  expect(quoted('Роза')).toBe('«Роза»');
  expect(quoted('Салон «Роза»')).toBe('«Салон „Роза“»');
});
