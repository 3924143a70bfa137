import type { Problem } from '../../../lib/model/journal.ts';

/** On which page of a salon something can be done about a problem; of each problem that there is. */
export const pageOf = {
  integration_inactive: 'settings',
  other_salon: 'settings',
  unknown_event: 'fields',
  requests_disabled: 'settings',
  deals_disabled: 'settings',
  not_from_widget: 'settings',
  origin_unknown: 'settings',
  no_id: 'fields',
  unreadable: undefined,
  parked: undefined,
  invalid_body: undefined,
  invalid_token: 'settings',
  too_large: undefined,
  unsupported_media_type: undefined,
  warned: 'fields',
} as const satisfies Record<Problem, 'settings' | 'fields' | undefined>;

export function isProblem(name: string): name is Problem {
  return Object.hasOwn(pageOf, name);
}
