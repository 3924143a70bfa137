import { flat, joined, type Fields } from '../reading/fields.ts';
import type { Warn } from '../reading/notes.ts';
import { digits, objectIn, type NamesOfText } from '../reading/shapes.ts';
import { envelopeNames, eventNames, salonNames } from './names.ts';

/** A word is the salon's name, digits are its id. */
const namesOf: NamesOfText = (text) => (digits.test(text) ? salonNames.id : salonNames.name);

/**
 * What an event names as its salon, in the envelope and then in its object, one by one. A `company` inside an object is the
 * client's, but in bodies of a YCLIENTS `resource`.
 */
export function salonsNamed(object: Fields, top: Fields, warn: Warn): Fields[] {
  const isResource = top.find(eventNames.resource).length > 0;
  const places = object === top ? [top] : [top, object];
  return places.flatMap((fields) => {
    const company = fields === top || isResource ? envelopeNames.company : [];
    return [...envelopeNames.salon, ...company].map((name) =>
      joined(...fields.find([name]).map((node) => objectIn(node, namesOf, warn)), flat(fields, [name])),
    );
  });
}
