import { pipeline, type Act, type Fact } from '../facts.ts';
import type { SalonPlan } from '../salons.ts';
import { dialled, grouped, maybe, russian, seconds } from './values.ts';

const acts = {
  created: 'создана',
  updated: 'изменена',
  cancelled: 'отменена',
  deleted: 'удалена',
  restored: 'восстановлена',
} as const satisfies Record<Act, string>;
const statuses = {
  new: 'Новая',
  confirmed: 'Подтверждена',
  came: 'Пришёл',
  paid: 'Оплачена',
  cancelled: 'Отменена клиентом',
} as const;

/** JSON as a Russian CRM exports it: flat fields in camel case, everything a text, events named in Russian. */
export function asCamel(fact: Fact, { salonLogin, hours }: SalonPlan): { json: object } {
  const name = fact.kind === 'booking' ? 'Запись' : 'Сделка';
  return {
    json: {
      type: `${name} ${acts[fact.act]}`,
      timestamp: seconds(fact.at),
      filial: salonLogin,
      payload: {
        id: fact.id,
        ...common(fact, hours),
        ...(fact.kind === 'booking' ? booking(fact, hours) : deal(fact)),
      },
    },
  };
}

function common({ act, at, client, origin, session, amount, comment }: Fact, hours: number): object {
  return {
    createdAt: act === 'created' ? russian(at, hours) : undefined,
    origin,
    sessionId: session,
    ...{ clientId: client?.id, clientName: client?.name, clientEmail: client?.email },
    clientPhone: maybe(client?.phone, dialled),
    totalAmount: maybe(amount, grouped),
    comment,
  };
}

function booking({ status, startsAt, dealId }: Fact, hours: number): object {
  return {
    status: maybe(status, (word) => statuses[word]),
    startsAt: maybe(startsAt, (at) => russian(at, hours)),
    dealId,
  };
}

function deal({ title, bookingId, paid, stage, manager }: Fact): object {
  return {
    title,
    bookingIds: bookingId,
    paidAmount: maybe(paid, grouped),
    ...(stage === undefined ? {} : { pipelineId: pipeline.id, pipelineName: pipeline.name }),
    ...{ stageId: stage?.id, stageName: stage?.name, stageType: stage?.type, stageOrder: stage?.order },
    responsible: manager,
  };
}
