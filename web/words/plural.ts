const russian = new Intl.PluralRules('ru-RU');
const numbers = { ru: new Intl.NumberFormat('ru-RU'), en: new Intl.NumberFormat('en-GB') };

/** A number with its noun in the form that Russian wants: 1 салон, 2 салона, 5 салонов. */
export function counted(count: number, one: string, few: string, many: string): string {
  const form = { one, few, many }[russian.select(count).replace('other', 'many')] ?? many;
  return `${numbers.ru.format(count)}\u00a0${form}`;
}

/** The same in English. */
export function countedEnglish(count: number, one: string, many: string): string {
  return `${numbers.en.format(count)}\u00a0${count === 1 ? one : many}`;
}

/** A name between «», with other marks where it has such marks itself. */
export function quoted(name: string): string {
  return `«${name.replaceAll('«', '„').replaceAll('»', '“')}»`;
}

/** Names in a row, of which only the first begins as it does alone. */
export function inLine(names: readonly string[]): string {
  return names.map((name, at) => (at === 0 ? name : inside(name))).join(', ');
}

/** A text as it stands inside a sentence: what is an abbreviation stays one. */
export function inside(text: string): string {
  const [first = '', ...rest] = text;
  return `${first.toLowerCase()}${rest.join('')}`;
}
