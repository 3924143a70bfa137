import { contactTrait, traitOf } from '../../../domain/traits.ts';
import type { CreateJob } from '../../../model/api-jobs.ts';
import type { Failure } from '../../../model/api.ts';
import { decodeId } from '../../../model/ids.ts';
import type { Account } from '../../../model/settings.ts';

export interface ErasureAskedDeps {
  /** As the reader reads them: a phone in E.164, an e-mail in lower case; undefined for what is none. */
  phoneOf: (text: string) => string | undefined;
  emailOf: (text: string) => string | undefined;
}

type Asked = Extract<CreateJob, { what: 'erase' }>;

/** The job keeps no value, only what whoever has it can be found by. What is to be erased is typed twice. */
export function erasureAsked(
  { phoneOf, emailOf }: ErasureAskedDeps,
  { hmacSecret }: Account,
  { phone, email, contact, again }: Asked,
): { what: 'erase'; traits: string[] } | Failure {
  if (again !== (phone ?? email ?? contact)) return { error: 'invalid_request', fields: { again: 'differs' } };
  const [e164, address] = [phone && phoneOf(phone), email && emailOf(email)];
  if (phone !== undefined && e164 === undefined) return { error: 'invalid_request', fields: { phone: 'invalid' } };
  if (email !== undefined && address === undefined) return { error: 'invalid_request', fields: { email: 'invalid' } };
  if (e164 !== undefined) return { what: 'erase', traits: [traitOf(hmacSecret, 'phone', e164)] };
  if (address !== undefined) return { what: 'erase', traits: [traitOf(hmacSecret, 'email', address)] };
  const [salonKey = '', kind, part = '', ...rest] = (contact ?? '').split('.');
  if (kind !== 'c' || part === '' || rest.length > 0)
    return { error: 'invalid_request', fields: { contact: 'invalid' } };
  return { what: 'erase', traits: [contactTrait(hmacSecret, salonKey, decodeId(part))] };
}
