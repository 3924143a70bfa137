import { fieldsOf, flatNames, itemsOf, type Found } from './fields.ts';
import { envelopeNames, itemNames, moneyNames, objectNames, partNames, sessionNames, type Shape } from './names.ts';
import { mostNotes, pathText } from './notes.ts';

/** The names known in an object, each with what is known inside it; `undefined`: it is read as one value. */
type Known = ReadonlyMap<string, Known | undefined>;

function known(shape: Shape, inside: Readonly<Record<string, Known>> = {}): Known {
  const entries = Object.entries(shape).flatMap(([field, names]) =>
    names.map((name): [string, Known | undefined] => [name, inside[field]]),
  );
  return new Map(entries);
}

function flat(field: keyof typeof partNames): [string, undefined][] {
  return flatNames(objectNames[field], partNames[field]).map(([name]) => [name, undefined]);
}

const money = known(moneyNames);
const insideObject = {
  client: known(partNames.client),
  staff: known(partNames.staff),
  manager: known(partNames.manager),
  pipeline: known(partNames.pipeline),
  stage: known(partNames.stage),
  previousStage: known(partNames.previousStage),
  utm: known(partNames.utm),
  deal: known(partNames.deal),
  booking: known(partNames.booking),
  salon: known(partNames.salon),
  session: known(sessionNames),
  services: known(itemNames.services, { price: money }),
  tags: known(itemNames.tags),
  customFields: known(itemNames.customFields, { values: known({ value: itemNames.customFields.value }) }),
  amount: money,
  price: money,
  prepaid: money,
  paidAmount: money,
  cost: money,
} as const;
const object: Known = new Map([
  ...(
    ['client', 'staff', 'manager', 'pipeline', 'stage', 'previousStage', 'utm', 'deal', 'booking', 'salon'] as const
  ).flatMap(flat),
  ...known(objectNames, insideObject),
]);
const { bookingIds, session, utm, yclid, gclid, ymClientId, pageUrl, referrer } = objectNames;
/** Around its object an event may name its salon, a deal and bookings, and bring its evidence. */
const envelope: Known = new Map([
  ...(['salon', 'deal', 'booking', 'utm'] as const).flatMap(flat),
  ...known({ bookingIds, session, utm, yclid, gclid, ymClientId, pageUrl, referrer }, insideObject),
  ...known(envelopeNames, insideObject),
]);

/** Where an event says what we know no use for, in the order said; `path`: of its booking or deal. */
export function unknownPaths(top: Found, path: string): string[] {
  const all: Known = path === '' ? new Map([...object, ...envelope]) : new Map([...envelope, [path, object]]);
  return [...new Set(unknownIn(top, all).map(pathText))].slice(0, mostNotes);
}

function unknownIn({ value, path }: Found, names: Known): string[] {
  return [...fieldsOf(value, path)].flatMap(([name, found]) => {
    if (!names.has(name)) return leavesIn(found);
    const inside = names.get(name);
    return inside ? (itemsOf(found) ?? [found]).flatMap((item) => unknownIn(item, inside)) : [];
  });
}

/** Down to the values: a path that holds one can be taught to the reader. */
function leavesIn(found: Found): string[] {
  const inner = itemsOf(found) ?? [...fieldsOf(found.value, found.path).values()];
  return inner.length > 0 ? inner.flatMap(leavesIn) : [found.path];
}
