const yes = ['1', 'on', 'y', 'yes', 'true', 'да'];
const no = ['0', 'n', 'no', 'off', 'false', 'нет'];

/** A yes or no as senders write it, any case; undefined for any other text. */
export function flagOf(text: string): boolean | undefined {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/^([01])\.0+$/, '$1');
  if (yes.includes(said)) return true;
  return no.includes(said) ? false : undefined;
}
