import * as v from 'valibot';

/** Fields of the contract that a path of the payload may be taught as: what `lib/profsalon/taught.ts` finds a reader for. */
export const taughtFields = [
  'event',
  'senderEventId',
  'salonId',
  'salonLogin',
  'bookingId',
  'dealId',
  'bookingIds',
  'occurredAt',
  'createdAt',
  'updatedAt',
  'stageChangedAt',
  'closedAt',
  'startsAt',
  'number',
  'name',
  'status',
  'deleted',
  'origin',
  'amount',
  'prepaid',
  'paidAmount',
  'cost',
  'discount',
  'currency',
  'durationMin',
  'comment',
  'pageUrl',
  'referrer',
  'client.id',
  'client.name',
  'client.phone',
  'client.email',
  'services.id',
  'services.name',
  'services.price',
  'services.quantity',
  'staff.id',
  'staff.name',
  'manager.id',
  'manager.name',
  'manager.role',
  'pipeline.id',
  'pipeline.name',
  'stage.id',
  'stage.name',
  'stage.type',
  'stage.order',
  'previousStage.id',
  'previousStage.name',
  'isRepeat',
  'source',
  'tags',
  'session',
  'utm.source',
  'utm.medium',
  'utm.campaign',
  'utm.term',
  'utm.content',
  'yclid',
  'gclid',
  'ymClientId',
] as const;
export type TaughtField = (typeof taughtFields)[number];

/** `ignore`: known, and of no use. */
export const taughtAsSchema = v.picklist([...taughtFields, 'ignore']);

type TaughtAs = v.InferOutput<typeof taughtAsSchema>;

/**
 * A path of the payload, as `unknownPaths` writes it → what stands there. It speaks only where the reader found nothing. As it
 * is stored and travels: what is saved was checked against `taughtAsSchema`, whose list the door has no room for.
 */
export const fieldMapSchema = v.record(
  v.string(),
  v.custom<TaughtAs>((name) => typeof name === 'string'),
);
export type FieldMap = v.InferOutput<typeof fieldMapSchema>;

export const noFieldMap: FieldMap = {};

/** Paths that may be taught, and bytes of all of them as JSON: the map travels with each message. */
export const mostTaught = 50;
export const mostTaughtBytes = 4096;
