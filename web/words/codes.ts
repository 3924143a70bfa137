import type { Fault, Problem } from '../../lib/model/api-settings.ts';
import type { ErrorCode } from '../../lib/model/api.ts';
import type { FailedReason, IgnoredReason, RefusedReason } from '../../lib/model/reasons.ts';

/** What may be wrong with a field: what the settings' rules say, and what the reader of a call says of its form. */
export type FieldCode = Fault | 'belongs_to_no_account' | 'needs_account' | 'email' | 'regex' | 'duplicate';

/** A field of a salon's settings. */
export type SettingName = Problem['field'];

/** A field of the connection with CoMagic. */
export type ConnectionField = 'isOn' | 'apiHost' | 'accessKey' | 'startDate';

export type CallCode = ErrorCode | 'offline';

/** Why an event or a whole delivery made no record. */
export type Reason = IgnoredReason | FailedReason | RefusedReason;

/** Whether a code that was answered has a sentence of its own. */
export function isFieldCode(sentences: Record<FieldCode, string>, code: string): code is FieldCode {
  return Object.hasOwn(sentences, code);
}
