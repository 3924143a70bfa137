import type { Json } from '../model/json.ts';
import type { Read, Reading } from '../model/reading.ts';
import { nameOf } from './event-name.ts';
import { idsOf } from './event-ids.ts';
import { objectOf } from './event-object.ts';
import { evidenceOf } from './evidence.ts';
import { fieldsOf, find, type Fields } from './fields.ts';
import { servicesOf, tagsOf, userFieldsOf } from './list-items.ts';
import { envelopeNames, objectNames } from './names.ts';
import { notes } from './notes.ts';
import { clientOf, managerOf, staffOf } from './people.ts';
import { present } from '../model/present.ts';
import { currencyOf, sumsOf } from './sums.ts';
import { pipelineOf, previousStageOf, stageOf } from './stage.ts';
import { originOf, statusOfEvent } from './state.ts';
import { timesOf } from './times.ts';
import { unknownPaths } from './unknown-paths.ts';
import { valuesOf, type Values } from './values.ts';
import { most } from './values-of-text.ts';

export interface ReadContext {
  /** IANA zone of times without an offset, unless the event names one. */
  timezone: string;
  /** ISO 4217, of the settings. */
  currency: string;
  /** UTC instant. */
  receivedAt: string;
}

/** What an event says, in our words. Never throws: what cannot be used is absent and warned. */
export function readEvent(event: Json, context: ReadContext): Read {
  const { warn, warnings } = notes();
  const values = valuesOf(warn);
  const top = fieldsOf(event, '');
  const { kind = 'booking', act } = nameOf(top);
  const object = objectOf(top, kind);
  const { fields } = object;
  const data = find(top, envelopeNames.data);
  if (data && object.path !== data.path) values.fieldsIn(data);
  const reading: Reading = {
    v: 1,
    kind,
    act,
    ...idsOf(kind, object, top, values, warn),
    ...timesOf(fields, top, { values, context, warn }),
    ...present({ status: statusOfEvent(fields, { kind, act }, values, warn), origin: originOf(fields, values) }),
    ...sumsOf(fields, top, values),
    ...present({ currency: currencyOf(fields, top, { values, context, warn }) }),
    ...plain(fields, values),
    ...present({
      client: clientOf(fields, values, warn),
      staff: staffOf(fields, values),
      manager: managerOf(fields, values),
      pipeline: pipelineOf(fields, values),
      stage: stageOf(fields, values),
      previousStage: previousStageOf(fields, values),
      services: servicesOf(fields, values),
      tags: tagsOf(fields, values),
      userFields: userFieldsOf(fields, values, warn),
    }),
    ...evidenceOf(fields, top, values, warn),
  };
  return { reading, warnings: warnings(), unknownPaths: unknownPaths({ value: event, path: '' }, object.path) };
}

function plain(fields: Fields, values: Values) {
  const { text, flag, whole, clearable } = values;
  const comment = find(fields, objectNames.comment);
  return present({
    number: text(fields, objectNames.number),
    name: text(fields, objectNames.name),
    source: text(fields, objectNames.source),
    comment: comment && clearable(comment, most.comment),
    deleted: flag(fields, objectNames.deleted),
    isRepeat: flag(fields, objectNames.isRepeat),
    durationMin: whole(fields, objectNames.durationMin),
  });
}
