import { foldedName, type Names } from '../reading/folded-name.ts';
import { urlencodedPairs } from '../reading/form-fields.ts';
import {
  envelopeNames,
  eventNames,
  holderNames,
  objectNames,
  partNames,
  personNames,
  salonNames,
  sessionNames,
} from './names.ts';

/** Names that only say who sends. */
const { token: _token, auth: _auth, applicationToken: _application, ...envelope } = envelopeNames;

const whole = [envelope, eventNames, holderNames, objectNames, personNames, partNames.utm, sessionNames];
const known = new Set(whole.flatMap((shape) => foldedIn(shape)));
/** Parts that may stand flat: `client_phone`, `salonLogin`. */
const parts = [...foldedIn(personNames), ...foldedIn(objectNames), ...foldedIn(holderNames), ...foldedIn(envelope)];
const inner = new Set([...Object.values(partNames).flatMap(foldedIn), ...foldedIn(salonNames)]);

function foldedIn(shape: Readonly<Record<string, Names>>): string[] {
  return Object.values(shape).flatMap((names) => names.map(({ folded }) => folded));
}

/** Whether a query of a URL holds more than a token: some senders know no other place for their data. */
export function holdsForm(query: string): boolean {
  return urlencodedPairs(query).some(([name]) => {
    const folded = foldedName(name.split('[', 1)[0] ?? '');
    return folded !== undefined && (known.has(folded) || isFlat(folded));
  });
}

function isFlat(folded: string): boolean {
  return parts.some((part) => folded.startsWith(part) && inner.has(folded.slice(part.length)));
}
