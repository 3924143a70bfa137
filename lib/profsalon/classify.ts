import type { Classified, Layers } from '../model/contract.ts';
import { noFieldMap, type FieldMap } from '../model/field-map.ts';
import { fieldsOf, isEmpty, type Fields } from '../reading/fields.ts';
import type { Names } from '../reading/folded-name.ts';
import { idOf } from '../reading/id.ts';
import { rootOf } from '../reading/node.ts';
import { callOf } from './event-call.ts';
import { objectOf } from './event-object.ts';
import { envelopeNames, salonNames } from './names.ts';
import { salonsNamed } from './salon.ts';

/** What an event is, by its envelope alone. */
export function classify(event: Layers, fieldMap: FieldMap = noFieldMap): Classified {
  const root = rootOf(event);
  const top = fieldsOf(root);
  const { name, taught } = callOf(root, top, fieldMap, ignore);
  const { kind, act } = name;
  const [senderEventId] = [...idsIn(top, envelopeNames.eventId), ...idsIn(taught, envelopeNames.eventId)];
  return {
    ...(kind && { kind }),
    act,
    ...salonsSaid(top, objectOf(top, kind ?? 'booking', ignore).fields, taught),
    ...(senderEventId !== undefined && { senderEventId }),
  };
}

const ignore = () => undefined;

/** What is taught counts where the event names no salon at all. */
function salonsSaid(top: Fields, object: Fields, taught: Fields): Salons {
  const said = salonsIn(top, object);
  return said.salonIds.length + said.salonLogins.length > 0 ? said : salonsIn(taught, taught);
}

type Salons = Pick<Classified, 'salonIds' | 'salonLogins'>;

function salonsIn(top: Fields, object: Fields): Salons {
  const salons = salonsNamed(object, top, ignore);
  return {
    salonIds: unique(salons.flatMap((salon) => idsIn(salon, salonNames.id))),
    salonLogins: unique(salons.flatMap((salon) => idsIn(salon, salonNames.login))),
  };
}

function idsIn(fields: Fields, names: Names): string[] {
  const said = fields.find(names).find(({ value }) => !isEmpty(value))?.value;
  const id = typeof said === 'string' ? idOf(said) : undefined;
  return id === undefined ? [] : [id];
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
