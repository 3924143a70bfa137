import { listed, listingParameters, rowsOf } from '../listing.ts';
import { changed, moment, needed, optionalText as text, type StandInMethod } from '../method.ts';
import { objectsIn, textIn, textsIn, type Given } from '../parameters.ts';
import { Refusal } from '../refusal.ts';

const component = 'sales_funnel';
const e164 = /^\+?[1-9]\d{9,14}$/;
const lists = { phone_numbers: { type: 'strings' }, emails: { type: 'strings' } } as const;
const contact = { ext_id: needed, name: needed, created_date_time: moment, ...lists } as const;

function checkLists(given: Given, path: string): void {
  const emails = textsIn(given, 'emails');
  const odd = textsIn(given, 'phone_numbers').find((phone) => !e164.test(phone));
  if (odd !== undefined) throw new Refusal('invalid_parameter_value', `${path}phone_numbers`, odd);
  if (new Set(emails).size < emails.length) throw new Refusal('invalid_parameter_value', `${path}emails`, emails[0]);
}

export const contactMethods = {
  'create.deal_contacts': {
    component,
    parameters: { contacts: { type: 'objects', required: true, most: 1000, of: contact } },
    act: (given, { held, clock }) => {
      const rows = objectsIn(given, 'contacts');
      const seen = new Set(held.contacts.keys());
      for (const row of rows) {
        const extId = textIn(row, 'ext_id');
        if (seen.has(extId)) throw new Refusal('duplicate_entity', 'contacts.ext_id', extId);
        if (textIn(row, 'created_date_time') > clock)
          throw new Refusal('invalid_date_time', 'contacts.created_date_time', row['created_date_time']);
        seen.add(extId);
        checkLists(row, 'contacts.');
      }
      for (const row of rows)
        held.contacts.set(textIn(row, 'ext_id'), { created_date_time: clock, phone_numbers: [], emails: [], ...row });
      return changed;
    },
  },
  'update.deal_contacts': {
    component,
    parameters: { ...contact, name: text },
    act: (given, { held }) => {
      const extId = textIn(given, 'ext_id');
      const stored = held.contacts.get(extId);
      if (stored === undefined) throw new Refusal('entity_not_found', 'ext_id', extId);
      checkLists(given, '');
      held.contacts.set(extId, { ...stored, ...given });
      return changed;
    },
  },
  'get.deal_contacts': {
    component,
    parameters: listingParameters,
    act: (given, { held }) =>
      listed(rowsOf(held.contacts.values()), given, {
        all: ['ext_id', 'name', 'created_date_time', 'phone_numbers', 'emails'],
        filterable: ['ext_id', 'name', 'phone_numbers', 'emails'],
      }),
  },
} as const satisfies Record<string, StandInMethod>;
