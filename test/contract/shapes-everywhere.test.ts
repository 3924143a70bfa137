import { describe, expect, it } from '@jest/globals';
import { readOf } from './read.ts';
import { at, pathsOf, respelled, withAt, wholes, type Path } from './whole.ts';

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
const camel = (name: string) =>
  name
    .split('_')
    .map((word, place) => (place === 0 ? word : capital(word)))
    .join('');
const spellings: [string, (name: string) => string][] = [
  ['camelCase', camel],
  ['PascalCase', (name) => capital(camel(name))],
  ['UPPER_CASE', (name) => name.toUpperCase()],
  ['kebab-case', (name) => name.replaceAll('_', '-')],
  ['with blanks', (name) => name.replaceAll('_', ' ')],
  ['runtogether', (name) => name.replaceAll('_', '')],
];

/** Each rule of shapes holds wherever it applies: the reading of the whole is the same. */
describe.each(wholes)('a whole %s', (event, whole) => {
  const reading = (data: object) => readOf({ event, data });
  const expected = readOf({ event, data: whole });
  const isObject = (path: Path) => typeof at(whole, path) === 'object';
  const isList = (path: Path) => Array.isArray(at(whole, path));
  const all = pathsOf(whole);
  const named = (paths: Path[]) => paths.map((path) => [path.join('.'), path] as const);

  it('is read without a warning, and nothing is unread', () => {
    expect(expected).toMatchObject({ warnings: [], unknownPaths: [] });
  });

  it.each(spellings)('is the same in %s', (_, spell) => {
    expect(reading(respelled(whole, spell) as object)).toEqual(expected);
  });

  it.each(named(all.filter(isObject)))('is the same with a JSON text in %s', (_, path) => {
    expect(reading(withAt(whole, path, (inner) => JSON.stringify(inner)))).toEqual(expected);
  });

  it.each(named(all.filter((path) => isObject(path) && !isList(path) && Number.isNaN(Number(path.at(-1))))))(
    'is the same with a list of one in %s',
    (_, path) => {
      expect(reading(withAt(whole, path, (inner) => [inner]))).toEqual(expected);
    },
  );

  it.each(named(all.filter(isList)))('is the same with an object by index in %s', (_, path) => {
    const indexed = (inner: unknown) =>
      Object.fromEntries((inner as unknown[]).map((one, place) => [String(place * 7), one] as const));
    expect(reading(withAt(whole, path, indexed))).toEqual(expected);
  });

  it.each(named(all.filter((path) => !isObject(path))))(
    'is the same with an object of nothing but `value` in %s',
    (_, path) => {
      // A custom field without a name would be another one.
      const isValue = path.includes('custom_fields');
      if (!isValue) expect(reading(withAt(whole, path, (value) => ({ value })))).toEqual(expected);
    },
  );

  it.each(
    named(
      all.filter((path) => path.length > 1 && !path.some((name) => /^\d+$/.test(name)) && !path.includes('session')),
    ),
  )('is the same with %s flat', (_, path) => {
    const [part = '', ...inner] = path;
    const rest = Object.fromEntries(Object.entries(at(whole, [part]) as object).filter(([name]) => name !== inner[0]));
    const flat = part === 'utm' ? inner.join('_') : `${part}_${inner.join('_')}`;
    expect(reading({ ...whole, [part]: rest, [flat]: at(whole, path) })).toEqual(expected);
  });

  it.each(named(all.filter((path) => !path.some((name) => /^\d+$/.test(name)) && path[0] !== 'custom_fields')))(
    'says the same of all else without %s',
    (_, path) => {
      const without = withAt(whole, path, () => undefined);
      const empty = readOf({ event, data: without });
      expect(empty.warnings).toEqual([]);
      expect(empty.unknownPaths).toEqual([]);
      const blank = isObject(path) || path.at(-1) === 'comment' ? null : '';
      if (path.at(-1) !== 'comment' && path.at(-1) !== 'is_repeat')
        expect(reading(withAt(whole, path, () => blank))).toEqual(empty);
    },
  );
});
