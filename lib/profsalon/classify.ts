import type { Json } from '../model/json.ts';
import type { Act, Kind } from '../model/words.ts';
import { nameOf } from './event-name.ts';
import { fieldsOf, find, findAll, partOf, type Fields } from './fields.ts';
import { idOf } from './id.ts';
import { envelopeNames, salonNames } from './names.ts';
import { withoutCompany } from './salon.ts';

export interface Classified {
  /** Absent for an event that we know no use for. */
  kind?: Kind;
  act: Act;
  /** What the event names as its salon, trimmed; either may be empty. */
  salonIds: string[];
  salonLogins: string[];
  /** The sender's own id of the event. */
  senderEventId?: string;
}

/** What an event is, by its envelope alone: cheap enough for the door. */
export function classify(event: Json): Classified {
  const top = fieldsOf(event, '');
  const { kind, act } = nameOf(top);
  const senderEventId = idsIn(top, envelopeNames.eventId)[0];
  return {
    ...(kind && { kind }),
    act,
    ...salonOf(top),
    ...(senderEventId !== undefined && { senderEventId }),
  };
}

/** The salon stands in the envelope or, as in YCLIENTS, in the object. A bare `salon` may be its id, its login or its name. */
function salonOf(top: Fields): Pick<Classified, 'salonIds' | 'salonLogins'> {
  const inner = findAll(top, objectsOf).map(({ value, path }) => withoutCompany(fieldsOf(value, path)));
  const objects = [top, ...inner];
  const parts = objects.flatMap((fields) => envelopeNames.salon.map((name) => partOf(fields, [name], salonNames)));
  const bare = objects
    .flatMap((fields) => idsIn(fields, [envelopeNames.salon[0]]))
    .filter((id) => /^[\w.@-]+$/.test(id));
  return {
    salonIds: unique([...parts.flatMap((part) => idsIn(part, salonNames.id)), ...bare]),
    salonLogins: unique([...parts.flatMap((part) => idsIn(part, salonNames.login)), ...bare]),
  };
}

const objectsOf = [envelopeNames.data, envelopeNames.deal, envelopeNames.booking, envelopeNames.fields].flat();

function idsIn(fields: Fields, names: readonly string[]): string[] {
  const found = find(fields, names)?.value;
  const id = typeof found === 'string' ? idOf(found) : undefined;
  return id === undefined ? [] : [id];
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
