import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { eventItemSchema, deliveryShownSchema } from '../../lib/model/api-events.ts';
import {
  accountAnswerSchema,
  memberAnswerSchema,
  salonAnswerSchema,
  salonItemSchema,
} from '../../lib/model/api-settings.ts';
import { dealItemSchema } from '../../lib/model/deal.ts';
import { clickIdsSchema, managerSchema, serviceSchema, utmSchema } from '../../lib/model/reading.ts';
import { halfSchema } from '../../lib/model/reasons.ts';
import { attributionSchema, hiddenReasonSchema, recordEventSchema, userFieldSchema } from '../../lib/model/records.ts';
import { requestItemSchema } from '../../lib/model/request.ts';
import { pipelineRecordSchema, pipelineShownSchema, stageShownSchema } from '../../lib/model/shown.ts';
import {
  actSchema,
  bookingStatusSchema,
  componentSchema,
  instantSchema,
  keySchema,
  kindSchema,
  moneySchema,
  namedSchema,
  roleSchema,
  stageTypeSchema,
} from '../../lib/model/words.ts';

/** Shapes that have a name and are shown once. */
export const definitions = {
  Instant: instantSchema,
  Kopecks: moneySchema,
  Key: keySchema,
  Role: roleSchema,
  Component: componentSchema,
  Kind: kindSchema,
  Act: actSchema,
  BookingStatus: bookingStatusSchema,
  StageType: stageTypeSchema,
  HiddenReason: hiddenReasonSchema,
  Named: namedSchema,
  Manager: managerSchema,
  Service: serviceSchema,
  UserField: userFieldSchema,
  Utm: utmSchema,
  ClickIds: clickIdsSchema,
  Attribution: attributionSchema,
  Stage: stageShownSchema,
  PipelineName: pipelineShownSchema,
  Pipeline: pipelineRecordSchema,
  RecordEvent: recordEventSchema,
  Half: halfSchema,
  EventItem: eventItemSchema,
  Delivery: deliveryShownSchema,
  RequestItem: requestItemSchema,
  DealItem: dealItemSchema,
  SalonItem: salonItemSchema,
  Salon: salonAnswerSchema,
  Account: accountAnswerSchema,
  Member: memberAnswerSchema,
};

/** What a caller may send, in words: what a schema checks beyond JSON Schema, by code of ours, is left to them. */
export function sentShape(schema: v.GenericSchema): JsonSchema {
  return toJsonSchema(schema, { target: 'draft-2020-12', errorMode: 'ignore', definitions, typeMode: 'input' });
}
