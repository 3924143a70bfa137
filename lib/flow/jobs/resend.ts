import { recordsOfId, salonOfOutbound } from '../../model/ids.ts';
import type { Job } from '../../model/job.ts';
import type { OutboundRecord } from '../../model/outbound-state.ts';
import { instantAsked } from '../admin/period.ts';
import { monthLater } from './refold.ts';
import type { Task, Work } from './step.ts';

export interface ResendDeps {
  /** Answers what became of it, as it is counted. */
  remark: (marking: { accountKey: string; record: OutboundRecord; firstSeen?: string }) => Promise<string>;
  /** Refused records of an account from a place on until an instant; a place never changes, and what is refused anew is later. */
  walkRefused: (walk: Walk) => Promise<Walked[]>;
  walkOutbound: (walk: Walk & { from: string }) => Promise<Walked[]>;
  findAccount: (accountKey: string) => Promise<{ timezone: string } | undefined>;
}
interface Walk {
  accountKey: string;
  after: string;
  until: string;
  limit: number;
}
interface Walked {
  record: OutboundRecord;
  place: string;
}

/** Has one record sent again, or what was refused of a salon or the account: it only marks. */
export function resendWork(deps: ResendDeps): Work {
  return {
    page: async (job, after, limit) => {
      const { accountKey, salonKey, record, until } = job;
      if (record !== undefined) return after === '' ? [marking(deps, job, recordsOfId(record), '1')] : [];
      const walked = await deps.walkRefused({ accountKey, after, until, limit });
      return walked.map((one) => ({
        ...marking(deps, job, [one.record], one.place),
        suits: () => Promise.resolve(salonKey === undefined || salonOfOutbound(one.record) === salonKey),
      }));
    },
  };
}

const day = 86_400_000;

/**
 * Marks what was listed since a day before the connection's start: what is of that day by any clock. A request is sent as late as one
 * that came then, for its session may come late.
 */
export function backfillWork(deps: ResendDeps): Work {
  return {
    page: async (job, after, limit) => {
      const { accountKey, until, since = '' } = job;
      const account = await deps.findAccount(accountKey);
      const start = instantAsked(since, account?.timezone ?? 'UTC');
      if (start === undefined) return [];
      const from = new Date(Date.parse(start) - day).toISOString();
      const walked = await deps.walkOutbound({ accountKey, from, after, until: monthLater(until), limit });
      return walked.map(({ record, place }) => marking(deps, job, [record], place, until));
    },
  };
}

function marking(
  { remark }: ResendDeps,
  { accountKey }: Job,
  records: OutboundRecord[],
  place: string,
  firstSeen?: string,
): Task {
  const take = async () => {
    const became = [];
    for (const record of records) {
      became.push(await remark({ accountKey, record, ...(firstSeen === undefined ? {} : { firstSeen }) }));
    }
    return became.find((one) => one !== 'none') ?? 'none';
  };
  return { place, suits: () => Promise.resolve(true), take };
}
