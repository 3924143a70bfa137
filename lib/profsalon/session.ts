/** CoMagic's session as the sender may give it: digits, our own `s-…`, or the cookie `_comagic_id…` (visitor.session.time). */
export function sessionOf(text: string): string | undefined {
  const own = /^s-[\w-]{1,100}$/.exec(text);
  if (own) return text;
  const digits =
    /^(\d{1,20})(?:\.0+)?$/.exec(text) ??
    /(?:^|_comagic_id\w{0,20}(?:=|%3D)|^=)\d{1,20}\.(\d{1,20})\.\d{1,20}(?!\d|\.)/i.exec(text);
  return digits?.[1] !== undefined && /[1-9]/.test(digits[1]) ? digits[1] : undefined;
}
