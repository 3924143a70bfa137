import type { OutboundMessage } from '../../model/outbound-message.ts';
import type { OutboundStatus } from '../../model/outbound-state.ts';
import type { Metric } from '../../model/metrics.ts';
import type { Account } from '../../model/settings.ts';
import { isEarly } from './drain.ts';
import { isCatalogDue } from './fill-catalog.ts';

export interface SweepDeps {
  listAccounts: () => Promise<Account[]>;
  status: (accountKey: string) => Promise<OutboundStatus>;
  waitingSince: (accountKey: string, until: string) => Promise<string | undefined>;
  /** Answers whether all were taken; what was not, the next sweep sends again. */
  send: (messages: readonly OutboundMessage[]) => Promise<boolean>;
  count: (counts: Partial<Record<Metric, number>>) => void;
  now: () => Date;
}

/** Milliseconds that a record may wait, though its account is not stopped, until people are told. */
const lateMs = 4 * 3600_000;

/** Has each account sent and its catalog filled whose turn it is, and counts those that are stopped or late; answers how many messages it sent. */
export function sweep(deps: SweepDeps) {
  return async (): Promise<number> => {
    const accounts = await deps.listAccounts();
    const connected = accounts.filter(({ connection }) => connection?.keySet === true);
    const due: OutboundMessage[] = [];
    let [stopped, late] = [0, 0];
    for (const { key: accountKey, connection } of connected) {
      const status = await deps.status(accountKey);
      if (isCatalogDue(status, deps.now().getTime())) due.push({ v: 1, type: 'catalog', accountKey });
      if (connection?.isOn !== true) continue;
      if (!isEarly(status, deps.now().getTime())) due.push({ v: 1, type: 'drain', accountKey });
      if (status.stopped !== undefined) stopped++;
      else if (await isLate(deps, accountKey)) late++;
    }
    deps.count({ accountsStopped: stopped, accountsLate: late });
    await deps.send(due);
    return due.length;
  };
}

async function isLate({ waitingSince, now }: SweepDeps, accountKey: string): Promise<boolean> {
  const until = new Date(now().getTime() - lateMs).toISOString();
  return (await waitingSince(accountKey, until)) !== undefined;
}
