import type { Act, Fact, Status } from '../facts.ts';
import type { SalonPlan } from '../salons.ts';
import { dotted, local, maybe, zoned } from './values.ts';

const acts = {
  created: 'create',
  updated: 'update',
  cancelled: 'update',
  deleted: 'delete',
  restored: 'update',
} as const satisfies Record<Act, string>;
const attendances = { new: 0, came: 1, confirmed: 2, cancelled: -1 } as const;

/** A booking as YCLIENTS tells it: a resource and what was done to it, statuses as digits. */
export function asResource(fact: Fact, { hours }: SalonPlan): { json: object } {
  const { client, startsAt, amount } = fact;
  return {
    json: {
      resource: 'record',
      resource_id: Number(fact.id),
      status: acts[fact.act],
      data: {
        id: Number(fact.id),
        create_date: fact.act === 'created' ? zoned(fact.at, hours) : undefined,
        last_change_date: zoned(fact.at, hours),
        ...statusOf(fact.status),
        deleted: fact.act === 'restored' ? false : undefined,
        datetime: maybe(startsAt, (at) => zoned(at, hours)),
        date: maybe(startsAt, (at) => local(at, hours)),
        cost_to_pay: maybe(amount, dotted),
        client: maybe(client, ({ id, name, phone, email }) => ({ id: Number(id), display_name: name, phone, email })),
        comment: fact.comment,
        origin: fact.origin,
        comagic_session_id: fact.session,
        deal_id: fact.dealId,
      },
    },
  };
}

function statusOf(status: Status | undefined): object {
  if (status === 'paid') return { attendance: 1, paid_full: 1 };
  return { attendance: maybe(status, (word) => attendances[word]) };
}
