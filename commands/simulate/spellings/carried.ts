import { pipeline, type Fact } from '../facts.ts';
import type { SalonPlan } from '../salons.ts';
import { dotted, local, maybe } from './values.ts';

/** JSON that a PHP program writes: the object stands under its own name, dates are PHP's objects, the act says no kind. */
export function asCarried(fact: Fact, { salonId, timezone, hours }: SalonPlan): { json: object } {
  const date = (at: number) => ({ date: `${local(at, hours)}.000000`, timezone_type: 3, timezone });
  const { client, stage } = fact;
  const content = {
    id: fact.id,
    create_date: fact.act === 'created' ? date(fact.at) : undefined,
    origin: fact.origin,
    ...{ session: fact.session, status: fact.status, comment: fact.comment },
    customer: maybe(client, ({ id, name, phone, email }) => ({
      ...{ id, fio: name },
      phones: [phone ?? []].flat(),
      emails: [email ?? []].flat(),
    })),
    opportunity: maybe(fact.amount, (kopecks) => ({ amount: dotted(kopecks), currency: 'RUB' })),
    ...(fact.kind === 'booking'
      ? { datetime: maybe(fact.startsAt, date), deal: maybe(fact.dealId, (id) => ({ id })) }
      : { booking: maybe(fact.bookingId, (id) => ({ id })), name: fact.title, manager: fact.manager }),
    paid_amount: maybe(fact.paid, dotted),
    pipeline: maybe(stage, () => pipeline),
    stage,
  };
  return { json: { action: fact.act, ts: date(fact.at), salon_id: salonId, [fact.kind]: content } };
}
