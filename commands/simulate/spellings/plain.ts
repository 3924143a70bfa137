import { pipeline, type Fact } from '../facts.ts';
import type { SalonPlan } from '../salons.ts';
import { local, maybe, zoned } from './values.ts';

/** JSON in the sender's own words: ids and money as numbers, times by the salon's clocks. */
export function asPlain(fact: Fact, { salonId, salonLogin, hours }: SalonPlan): { json: object } {
  const json = {
    event: `${fact.kind}.${fact.act}`,
    occurred_at: zoned(fact.at, hours),
    salon: { id: Number(salonId), login: salonLogin },
    data: {
      id: Number(fact.id),
      ...common(fact, hours),
      ...(fact.kind === 'booking' ? booking(fact, hours) : deal(fact, hours)),
    },
  };
  return { json };
}

function common(fact: Fact, hours: number): object {
  return {
    created_at: fact.act === 'created' ? local(fact.at, hours) : undefined,
    updated_at: local(fact.at, hours),
    origin: fact.origin,
    session: maybe(fact.session, (id) => ({ visitor_session_id: Number(id) })),
    client: maybe(fact.client, (client) => ({ ...client, id: Number(client.id) })),
    amount: maybe(fact.amount, (kopecks) => kopecks / 100),
    comment: fact.comment,
  };
}

function booking({ status, startsAt, dealId }: Fact, hours: number): object {
  return { status, starts_at: maybe(startsAt, (at) => local(at, hours)), deal_id: maybe(dealId, Number) };
}

function deal(fact: Fact, hours: number): object {
  const moved = fact.moved === true ? local(fact.at, hours) : undefined;
  return {
    name: fact.title,
    booking_ids: maybe(fact.bookingId, (id) => [Number(id)]),
    paid_amount: maybe(fact.paid, (kopecks) => kopecks / 100),
    ...maybe(fact.stage, (stage) => ({ pipeline: { id: 1, name: pipeline.name }, stage })),
    stage_changed_at: moved,
    closed_at: fact.stage === undefined || fact.stage.type === 'in_process' ? undefined : moved,
    manager: fact.manager,
  };
}
