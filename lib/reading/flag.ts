const yes = ['1', 'on', 'y', 'yes', 'true', 'да'];
const no = ['', '0', 'n', 'no', 'off', 'false', 'нет'];
export const zeroFractionOfFlag = /^([01])\.0+$/;

/** A yes or no as senders write it, any case (PHP writes false as an empty text); undefined for any other text. */
export function flagOf(text: string): boolean | undefined {
  const said = text.trim().slice(0, 100).toLowerCase().replace(zeroFractionOfFlag, '$1');
  if (yes.includes(said)) return true;
  return no.includes(said) ? false : undefined;
}
