import { daysToSend } from '../../../domain/days-to-send.ts';
import { callsOfDay } from '../../../domain/points.ts';
import type { RouteAct } from '../../../model/acts.ts';
import { mostWaiting, type ConnectionAnswer } from '../../../model/api-outbound.ts';
import type { OutboundKind, OutboundStatus, Points } from '../../../model/outbound-state.ts';
import { present } from '../../../model/present.ts';
import type { Account, Connection } from '../../../model/settings.ts';
import { accountVersion } from '../account-settings.ts';
import { startBackfill, type BackfillDeps } from './start-backfill.ts';

export interface ShowConnectionDeps extends BackfillDeps {
  /** From which CoMagic is called, if it is always the same. */
  callingAddress?: string | undefined;
  outboundStatus: (accountKey: string) => Promise<OutboundStatus>;
  /** What may still be spent; undefined: no answer has told. */
  pointsOf: (accountKey: string) => Promise<Points | undefined>;
  /** Marked records, at most so many. */
  countPending: (accountKey: string, kind: OutboundKind, most: number) => Promise<number>;
  /** Since when the record waits that has waited longest of those that may be sent by `until`. */
  waitingSince: (accountKey: string, until: string) => Promise<string | undefined>;
}

/** Of an account that was never connected. */
export const noConnection: Connection = { apiHost: 'comagic', isOn: false, keySet: false };

/** The connection of the account, and how it stands with sending. */
export function showConnection(deps: ShowConnectionDeps): RouteAct<'GET /api/connection'> {
  return async ({ account }) => {
    await startBackfill(deps, account);
    return { ok: await connectionAnswer(deps, account) };
  };
}

export async function connectionAnswer(deps: ShowConnectionDeps, account: Account): Promise<ConnectionAnswer> {
  const { keyName: _, replacedKey: _replaced, backfillBy: _by, ...connection } = account.connection ?? noConnection;
  const [{ check, catalog, stopped, nextAt, doneAt }, points, waitingSince, contact, request, deal] = await Promise.all(
    [
      deps.outboundStatus(account.key),
      deps.pointsOf(account.key),
      deps.waitingSince(account.key, deps.now().toISOString()),
      deps.countPending(account.key, 'contact', mostWaiting),
      deps.countPending(account.key, 'request', mostWaiting),
      deps.countPending(account.key, 'deal', mostWaiting),
    ],
  );
  const waiting = { contact, request, deal };
  const days = daysToSend(waiting, callsOfDay(points));
  const { callingAddress } = deps;
  const status = present({ callingAddress, check, catalog, stopped, nextAt, doneAt, waiting, waitingSince, days });
  return { ...connection, version: accountVersion(account), status };
}
