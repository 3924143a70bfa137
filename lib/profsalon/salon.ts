import { isObject } from '../model/json.ts';
import { partOf, type Fields } from './fields.ts';
import { envelopeNames, objectNames, partNames } from './names.ts';

/** The salon that an event names for its times and sums: in the envelope, else in the object. */
export function salonOf(fields: Fields, top: Fields): Fields {
  return new Map([
    ...partOf(fields === top ? fields : withoutCompany(fields), objectNames.salon, partNames.salon),
    ...partOf(top, envelopeNames.salon, partNames.salon),
  ]);
}

/** Inside a booking or a deal, `company` as an object is the client's (amoCRM); flat, as `company_id`, it is the salon (YCLIENTS). */
export function withoutCompany(fields: Fields): Fields {
  const [, company] = objectNames.salon;
  return new Map([...fields].filter(([name, { value }]) => name !== company || !isObject(value)));
}
