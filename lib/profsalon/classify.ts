import type { Classified, Layers } from '../model/contract.ts';
import { fieldsOf, isEmpty, type Fields } from '../reading/fields.ts';
import type { Names } from '../reading/folded-name.ts';
import { idOf } from '../reading/id.ts';
import { rootOf } from '../reading/node.ts';
import { nameOf } from './event-name.ts';
import { objectOf } from './event-object.ts';
import { envelopeNames, salonNames } from './names.ts';
import { salonsNamed } from './salon.ts';

/** What an event is, by its envelope alone. */
export function classify(event: Layers): Classified {
  const top = fieldsOf(rootOf(event));
  const { kind, act } = nameOf(top);
  const [senderEventId] = idsIn(top, envelopeNames.eventId);
  return {
    ...(kind && { kind }),
    act,
    ...salonsIn(top, objectOf(top, kind ?? 'booking', ignore).fields),
    ...(senderEventId !== undefined && { senderEventId }),
  };
}

const ignore = () => undefined;

function salonsIn(top: Fields, object: Fields): Pick<Classified, 'salonIds' | 'salonLogins'> {
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
