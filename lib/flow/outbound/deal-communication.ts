import { bookingsNamed, isSuperseded } from '../../domain/event-set.ts';
import { earliest, type Joinable } from '../../domain/joined-request.ts';
import type { FoldedDeal } from '../../model/deal.ts';
import type { SetRef } from '../../model/event-set.ts';
import { recordId } from '../../model/ids.ts';
import type { OutboundRecord } from '../../model/outbound-state.ts';
import { inWaves } from '../in-waves.ts';
import { dealsOf } from './joined.ts';
import type { OutboundDeps, Session } from './lane.ts';
import { countingRequest } from './requests.ts';

type RequestRecord = Extract<OutboundRecord, { kind: 'request' | 'deal' }>;

/**
 * The communication that a deal comes from: that of its request which is there with the session of a visit. Undefined: there is none;
 * `unsettled`: it is not known whether it is still there.
 */
export async function communicationOf(
  { deps }: Session,
  deal: FoldedDeal,
  set: SetRef,
): Promise<number | 'unsettled' | undefined> {
  const found = await inWaves(await requestsOf(deps, deal, set), (record) => joinableOf(deps, record, set));
  if (found.includes('unsettled')) return 'unsettled';
  return earliest(
    deal.createdDateTime,
    found.filter((one) => one !== undefined && one !== 'unsettled'),
  )?.communicationId;
}

/** CoMagic does not have what they were known as there. */
export async function forgetCommunications({ deps, account }: Session, deal: FoldedDeal, set: SetRef): Promise<void> {
  for (const record of await requestsOf(deps, deal, set)) {
    const { value, rev } = await deps.sent(record);
    if (value?.communicationId === undefined) continue;
    const { communicationId: _, ...sent } = value;
    await deps.putSent(account.key, record, sent, rev);
  }
}

/** The requests of its bookings; its own where it names none, or so many that it speaks on none. */
async function requestsOf(deps: OutboundDeps, { bookingIds }: FoldedDeal, set: SetRef): Promise<RequestRecord[]> {
  const { links, many } = await deps.linksOf(set);
  const named = { rows: [], links: [...bookingIds, ...links], many };
  if (!isSuperseded(named)) return [{ kind: 'request', set }];
  return bookingsNamed(named).map((id) => ({ kind: 'request', set: { salonKey: set.salonKey, kind: 'booking', id } }));
}

async function joinableOf(
  deps: OutboundDeps,
  record: RequestRecord,
  deal: SetRef,
): Promise<Joinable | 'unsettled' | undefined> {
  const { value: sent } = await deps.sent(record);
  const { isThere, hasSession, communicationId, intent } = sent ?? {};
  if (isThere !== true || hasSession !== true || communicationId === undefined) return undefined;
  if (intent !== undefined) return 'unsettled';
  const { value: read } = await deps.read(record);
  const request = countingRequest({ read });
  const deals = await dealsOf(deps, record);
  if (request === undefined || !deals.some((one) => one.kind === 'deal' && one.set.id === deal.id)) return undefined;
  return { communicationId, dateTime: request.dateTime, id: recordId(record.set) };
}
