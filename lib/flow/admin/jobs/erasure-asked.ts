import { contactValue, traitOf, type TraitKind } from '../../../domain/traits.ts';
import type { CreateJob } from '../../../model/api-jobs.ts';
import type { Failure } from '../../../model/api.ts';
import { contactOfId } from '../../../model/ids.ts';
import type { Account } from '../../../model/settings.ts';

export interface ErasureAskedDeps {
  /** As the reader reads them: a phone in E.164, an e-mail in lower case; undefined for what is none. */
  phoneOf: (text: string) => string | undefined;
  emailOf: (text: string) => string | undefined;
}

type Asked = Extract<CreateJob, { what: 'erase' }>;

/** The job keeps no value, only what whoever has it can be found by. What is to be erased is typed twice. */
export function erasureAsked(
  deps: ErasureAskedDeps,
  { hmacSecret }: Account,
  asked: Asked,
): { what: 'erase'; traits: string[] } | Failure {
  const { kind, text } = said(asked);
  if (asked.again !== text) return { error: 'invalid_request', fields: { again: 'differs' } };
  const value = valueOf(deps, kind, text);
  if (value === undefined) return { error: 'invalid_request', fields: { [kind]: 'invalid' } };
  return { what: 'erase', traits: [traitOf(hmacSecret, kind, value)] };
}

function said({ phone, email, contact = '' }: Asked): { kind: TraitKind; text: string } {
  if (phone !== undefined) return { kind: 'phone', text: phone };
  return email === undefined ? { kind: 'contact', text: contact } : { kind: 'email', text: email };
}

function valueOf({ phoneOf, emailOf }: ErasureAskedDeps, kind: TraitKind, text: string): string | undefined {
  if (kind !== 'contact') return kind === 'phone' ? phoneOf(text) : emailOf(text);
  const contact = contactOfId(text);
  return contact && contactValue(contact.salonKey, contact.key);
}
