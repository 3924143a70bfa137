import type { ReadContext } from '../model/contract.ts';
import type { Json } from '../model/json.ts';
import { present, saying } from '../model/present.ts';
import type { Read, Reading } from '../model/reading.ts';
import type { TimeZone } from '../model/time-zone.ts';
import { fieldsOf, type Fields } from '../reading/fields.ts';
import { rootOf, type Node } from '../reading/node.ts';
import { notes, type Warn } from '../reading/notes.ts';
import { namesByShape } from '../reading/shapes.ts';
import { unreadIn } from '../reading/unread.ts';
import { valuesOf, type Values } from '../reading/values.ts';
import { most } from '../reading/values-of-text.ts';
import { idsOf } from './event-ids.ts';
import { callOf } from './event-call.ts';
import type { EventName } from './event-name.ts';
import { objectOf, type EventObject } from './event-object.ts';
import { evidenceOf } from './evidence.ts';
import { servicesOf, tagsOf, userFieldsOf } from './list-items.ts';
import { envelopeNames, objectNames, partNames, salonNames } from './names.ts';
import { namesPerson, personOf } from './person.ts';
import { salonsNamed } from './salon.ts';
import { shownPath } from './shown-path.ts';
import { namedIn, previousStageOf, stageOf } from './stage.ts';
import { deletedOf, originOf, statusesOf } from './state.ts';
import { currencyOf, sumsOf } from './sums.ts';
import { filled, taughtBeside } from './taught.ts';
import { timesOf, zoneOfEvent } from './times.ts';
import { looksLikeContact } from './unread-contact.ts';

/** What an event says, in our words. Never throws: what cannot be used is absent and warned. */
export function readEvent(event: Json, context: ReadContext): Read {
  return readRoot(rootOf([event]), context);
}

/** The same, of an event whose nodes tell afterwards what was taken. */
export function readRoot(root: Node, context: ReadContext): Read {
  const { warn, warnings } = notes(shownPath);
  const reader: Reader = { context, warn, values: valuesOf(warn) };
  const top = fieldsOf(root);
  const { name } = callOf(root, top, context.fieldMap, warn);
  const object = objectOf(top, name.kind ?? 'booking', warn);
  takeEnvelope(object.fields, top, reader.values);
  const zone = zoneOfEvent(object.fields, top, context.timezone, reader.values, warn);
  const said = sayingsOf({ name, object, top, zone }, reader);
  const taught = taughtBeside(said, root, context.fieldMap);
  const reading = taught === undefined ? said : filled(said, sayingsOf(alone(taught, name, zone), reader));
  const known = new Set(Object.keys(context.fieldMap));
  const unread = unreadIn(root, { suspect: looksLikeContact, shown: shownPath, known });
  return {
    reading,
    warnings: warnings(),
    unknownPaths: unread.paths,
    ...(unread.suspected && { contactUnread: true as const }),
  };
}

interface Reader {
  context: ReadContext;
  values: Values;
  warn: Warn;
}
interface Places {
  name: EventName;
  object: EventObject;
  top: Fields;
  zone: TimeZone;
}

function sayingsOf({ name, object, top, zone }: Places, { context, values, warn }: Reader): Reading {
  const { kind = 'booking', act } = name;
  const { fields } = object;
  return {
    v: 1,
    kind,
    act,
    ...idsOf(kind, object, top, values, warn),
    ...timesOf({ fields, top, zone, receivedAt: context.receivedAt }, values),
    ...sumsOf(kind, fields, top, values),
    ...present({
      statuses: statusesOf({ object, top, name }, values, warn),
      origin: originOf(fields, values),
      deleted: deletedOf(object, name, values, zone),
      currency: currencyOf(fields, top, { values, context, warn }),
      name: namesPerson(fields, kind) ? undefined : values.text(fields, objectNames.name),
      client: personOf(fields, kind, values, warn),
      ...partsOf(fields, values),
      services: servicesOf(fields, values, warn),
      tags: tagsOf(fields, values),
      userFields: userFieldsOf(fields, { values, warn }),
    }),
    ...plain(fields, values),
    ...evidenceOf(fields, top, values, warn),
  };
}

/** What is taught, as an event that is its own object. */
function alone(taught: Node, name: EventName, zone: TimeZone): Places {
  const top = fieldsOf(taught);
  return { name: { ...name, hasStatus: false, restored: false }, object: { fields: top, isTop: true }, top, zone };
}

/** What the door or the journal has read, or what is known and of no use. */
function takeEnvelope(fields: Fields, top: Fields, values: Values): void {
  for (const names of [envelopeNames.eventId, envelopeNames.resourceId]) values.skip(top, names);
  for (const salon of salonsNamed(fields, top, () => undefined)) {
    for (const names of Object.values(salonNames)) values.skip(salon, names);
  }
}

function partsOf(fields: Fields, values: Values) {
  return {
    staff: namedIn(fields, objectNames.staff, values),
    manager: managerOf(fields, values),
    pipeline: namedIn(fields, objectNames.pipeline, values),
    stage: stageOf(fields, values),
    previousStage: previousStageOf(fields, values),
  };
}

function managerOf(object: Fields, { part, id, text }: Values): Reading['manager'] {
  const names = partNames.manager;
  const fields = part(object, objectNames.manager, namesByShape(names));
  return saying({
    id: id(fields, names.id) ?? id(object, objectNames.managerId),
    name: text(fields, names.name),
    role: text(fields, names.role),
  });
}

function plain(fields: Fields, values: Values) {
  const { text, flag, whole, clearable } = values;
  const [comment] = fields.find(objectNames.comment);
  return present({
    number: text(fields, objectNames.number),
    source: text(fields, objectNames.source),
    comment: comment && clearable(comment, most.comment),
    isRepeat: flag(fields, objectNames.isRepeat),
    durationMin: whole(fields, objectNames.durationMin),
  });
}
