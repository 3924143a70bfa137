import { pipeline, type Fact } from '../facts.ts';
import type { SalonPlan } from '../salons.ts';
import { dotted, local, maybe, seconds } from './values.ts';

/** A form with PHP's brackets. */
export function asForm(fact: Fact, { salonId, hours }: SalonPlan): { form: string } {
  const form = new URLSearchParams({ event: `${fact.kind}_${fact.act}`, salon_id: salonId });
  form.set('occurred_at', String(seconds(fact.at)));
  const fields: Fields = { id: fact.id, ...common(fact, hours), ...deal(fact) };
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) form.set(`data[${name.replace('.', '][')}]`, value);
  }
  return { form: form.toString() };
}

type Fields = Record<string, string | undefined>;

/** A dot stands for a level of brackets. */
function common(fact: Fact, hours: number): Fields {
  const { client } = fact;
  return {
    created_at: fact.act === 'created' ? local(fact.at, hours) : undefined,
    origin: fact.origin,
    session: maybe(fact.session, (id) => `_comagic_idAbC=4711.${id}.1773480660`),
    'client.id': client?.id,
    'client.name': client?.name,
    'client.phone': client?.phone,
    'client.email': client?.email,
    amount: maybe(fact.amount, dotted),
    comment: fact.comment,
    status: fact.status,
    starts_at: maybe(fact.startsAt, (at) => local(at, hours)),
    deal_id: fact.dealId,
  };
}

function deal({ bookingId, title, paid, stage, manager }: Fact): Fields {
  return {
    'booking_ids.0': bookingId,
    name: title,
    paid_amount: maybe(paid, dotted),
    ...(stage === undefined ? {} : { pipeline_id: pipeline.id, pipeline_name: pipeline.name }),
    stage_id: stage?.id,
    stage_name: stage?.name,
    stage_type: stage?.type,
    stage_order: maybe(stage?.order, String),
    'manager.id': manager?.id,
    'manager.name': manager?.name,
  };
}
