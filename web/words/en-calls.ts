import type { CallCode } from './codes.ts';

/** Why a call was not answered as it was meant. */
export const enCalls = {
  unauthorized: 'You are signed in, but no account admits you. Ask an administrator to add you.',
  forbidden: 'You lack the right to do this.',
  not_found: 'Not found: it may have been deleted, or belong to another account.',
  account_required: 'Choose an account.',
  invalid_request: 'Not saved: check the marked fields.',
  invalid_settings: 'Not saved: check the marked fields.',
  version_conflict: 'Somebody else saved these settings while you were editing.',
  already_in_use: 'This user belongs to an account already and cannot be added.',
  managed: 'CoMagic fills this list. Change it in the CoMagic account.',
  already_connected: 'A salon with this ID is connected in this account. Switch it off first.',
  last_of_role: 'Nobody else has this role. Give it to somebody first.',
  not_ready: 'The forecast is not ready yet. Wait, then start again.',
  too_large: 'Too much data: shorten the list.',
  unsupported_media_type: 'The call was not understood. Reload the page.',
  unavailable: 'The service is unavailable for the moment. Try again in a minute.',
  internal: 'Something failed on our side. Try again.',
  offline: 'The server cannot be reached. Check your connection and try again.',
} satisfies Record<CallCode, string>;
