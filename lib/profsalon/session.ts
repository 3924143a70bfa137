export const ownSession = /^s-[\w-]{1,100}$/;
export const sessionDigits = /^(\d{1,20})(?:\.0{1,20})?$/;
export const sessionCookie = /(?:^|_comagic_id\w{0,20}(?:=|%3D)|^=)\d{1,20}\.(\d{1,20})\.\d{1,20}(?!\d|\.)/i;
export const digitOverZero = /[1-9]/;

/** CoMagic's session as the sender may give it: digits, our own `s-…`, or the cookie `_comagic_id…` (visitor.session.time). */
export function sessionOf(text: string): string | undefined {
  if (ownSession.test(text)) return text;
  const digits = sessionDigits.exec(text) ?? sessionCookie.exec(text);
  return digits?.[1] !== undefined && digitOverZero.test(digits[1]) ? digits[1] : undefined;
}
