import { mostInCall } from '../model/data-api.ts';
import type { OutboundKind } from '../model/outbound-state.ts';

/** Records of one call. A deal goes out by the stages that it has passed: some three rows each. */
const inCall: Record<OutboundKind, number> = {
  contact: mostInCall.contacts,
  request: mostInCall.offlineMessages,
  deal: mostInCall.dealRows / 3,
};

/** In how many days so many records of each kind are sent, in tenths of a day, rounded up; `calls`: of one day. */
export function daysToSend(waiting: Record<OutboundKind, number>, calls: number): number {
  const needed = (kind: OutboundKind) => Math.ceil(waiting[kind] / inCall[kind]);
  const all = needed('contact') + needed('request') + needed('deal');
  return Math.ceil((all / calls) * 10) / 10;
}
