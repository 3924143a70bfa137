import type { Classified } from '../model/contract.ts';
import type { IgnoredReason } from '../model/reasons.ts';
import type { Deciding } from '../model/settings.ts';
import type { Kind } from '../model/words.ts';

/** What is to become of a half of an event before anything is stored. */
export type HalfFate =
  { outcome: 'go' } | { outcome: 'not_applicable' } | { outcome: 'ignored'; reason: IgnoredReason };

/** `reason`: why the event as a whole is journaled only. */
export interface Fate {
  reason?: IgnoredReason;
  deal: HalfFate;
  request: HalfFate;
}

/** What decides, of an event: its kind, unless unknown, and the salons that it names. */
type Decided = Pick<Classified, 'kind' | 'salonIds' | 'salonLogins'>;

/** The one decision that door, worker and replay share: whether settings let an event through, and which half of it. */
export function fateOf(settings: Deciding, event: Decided): Fate {
  const reason = refusal(settings, event);
  if (reason !== undefined) return ignoredWhole(reason, event.kind);
  const deal = event.kind === 'booking' ? notApplicable : switched(settings.sendDeals, 'deals_disabled');
  const request = switched(settings.sendRequests, 'requests_disabled');
  if (deal.outcome === 'go' || request.outcome === 'go') return { deal, request };
  return { reason: event.kind === 'booking' ? 'requests_disabled' : 'deals_disabled', deal, request };
}

const notApplicable: HalfFate = { outcome: 'not_applicable' };

function refusal(settings: Deciding, event: Decided): IgnoredReason | undefined {
  if (!settings.isActive) return 'integration_inactive';
  if (namesOthersOnly(settings, event)) return 'other_salon';
  return event.kind === undefined ? 'unknown_event' : undefined;
}

function ignoredWhole(reason: IgnoredReason, kind: Kind | undefined): Fate {
  const ignored: HalfFate = { outcome: 'ignored', reason };
  return { reason, deal: kind === 'booking' ? notApplicable : ignored, request: ignored };
}

function switched(on: boolean, reason: IgnoredReason): HalfFate {
  return on ? { outcome: 'go' } : { outcome: 'ignored', reason };
}

/** The body names an id or a login, and nothing that it names is the connected salon. */
function namesOthersOnly(settings: Deciding, { salonIds, salonLogins }: Decided): boolean {
  if (salonIds.length + salonLogins.length === 0) return false;
  return !includes(salonIds, settings.salonId) && !includes(salonLogins, settings.salonLogin);
}

function includes(named: string[], own: string | undefined): boolean {
  return own !== undefined && named.some((name) => name.trim().toLowerCase() === own.trim().toLowerCase());
}
