import { cleanKey } from './text.ts';

const longest = 254;
/** What people write where they have none. */
const none = ['', '-', 'нет'];
export const emailForm = /^[^\s@]{1,254}@[^\s@]{1,254}$/;

/** An e-mail address, trimmed and in lower case; `none` for what says that there is none, undefined for no address. */
export function emailOf(text: string): { email: string } | 'none' | undefined {
  if (text.length > 10 * longest) return undefined;
  const email = cleanKey(text).toLowerCase();
  if (none.includes(email)) return 'none';
  return email.length <= longest && emailForm.test(email) ? { email } : undefined;
}
