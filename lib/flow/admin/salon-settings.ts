import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { settable } from '../../model/api-settings.ts';
import type { CreateSalon } from '../../model/api.ts';
import { salonSchema, type AuditLine, type Salon } from '../../model/settings.ts';
import { changesIn } from './changes.ts';

/** A salon with what was sent: absent keeps, `null` clears what may be absent. */
export function withSettings(salon: Salon, sent: CreateSalon): Salon {
  const said = settable.flatMap((name) => (sent[name] === undefined ? [] : [[name, sent[name]] as const]));
  const next: Record<string, unknown> = { ...salon, ...Object.fromEntries(said), ...tokenSaid(sent.token) };
  const left = Object.entries(next).filter(([, value]) => value !== null);
  return v.parse(salonSchema, Object.fromEntries(left));
}

/** Of a token its SHA-256 and its last four characters are kept. */
function tokenSaid(token: string | null | undefined) {
  if (token === undefined) return {};
  if (token === null) return { tokenSha256: null, tokenLast4: null };
  return { tokenSha256: createHash('sha256').update(token).digest('hex'), tokenLast4: token.slice(-4) };
}

/** What a save changed, for its audit line: values, but of the token only whether there is one and its last four characters. */
export function changesOf(before: Partial<Salon>, after: Salon): AuditLine['changes'] {
  const changes = changesIn(settable, before, after);
  return before.tokenSha256 === after.tokenSha256 ? changes : { ...changes, token: tokenChange(before, after) };
}

function tokenChange(before: Partial<Salon>, after: Salon) {
  return { from: shownToken(before), to: shownToken(after) };
}

function shownToken({ tokenSha256, tokenLast4 }: Partial<Salon>) {
  return tokenSha256 === undefined ? { set: false } : { set: true, last4: tokenLast4 };
}
