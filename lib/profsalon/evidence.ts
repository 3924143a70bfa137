import { isObject } from '../model/json.ts';
import { present, saying } from '../model/present.ts';
import type { Reading } from '../model/reading.ts';
import { fieldsOf, type Fields } from '../reading/fields.ts';
import type { Names } from '../reading/folded-name.ts';
import { elementsOf, openText, type Node } from '../reading/node.ts';
import type { Warn } from '../reading/notes.ts';
import { unwrapped } from '../reading/shapes.ts';
import { cleanKey } from '../reading/text.ts';
import type { Values } from '../reading/values.ts';
import { most } from '../reading/values-of-text.ts';
import { objectNames, partNames, sessionNames } from './names.ts';
import { sessionOf } from './session.ts';

type Evidence = Pick<Reading, 'session' | 'utm' | 'clickIds' | 'pageUrl' | 'referrer'>;

/** What tells where a client came from: in the object, else beside it. */
export function evidenceOf(object: Fields, top: Fields, values: Values, warn: Warn): Evidence {
  const places = object === top ? [top] : [object, top];
  const said = (names: Names, length?: number) =>
    places.map((fields) => values.text(fields, names, length)).find(isSaid);
  return present({
    session: sessionIn(places, warn, values),
    utm: places.map((fields) => utmIn(fields, values)).find(isSaid),
    clickIds: saying({
      yclid: said(objectNames.yclid),
      gclid: said(objectNames.gclid),
      ymClientId: said(objectNames.ymClientId),
    }),
    pageUrl: said(objectNames.pageUrl, most.url),
    referrer: said(objectNames.referrer, most.url),
  });
}

function isSaid<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** Taken whole from one place: a source of one visit with the campaign of another would be neither. */
function utmIn(fields: Fields, { text, part }: Values): Evidence['utm'] {
  const names = partNames.utm;
  const utm = part(fields, objectNames.utm, () => undefined);
  return saying({
    source: text(utm, names.source),
    medium: text(utm, names.medium),
    campaign: text(utm, names.campaign),
    term: text(utm, names.term),
    content: text(utm, names.content),
  });
}

/** Code units of a text that may hold a session: a cookie beside many others is none. */
const longest = 4000;
export const nothing = /^0*$/;

/** The first of the names that holds a session, place by place; credentials may be an object or a text of JSON. */
function sessionIn(places: Fields[], warn: Warn, values: Values): string | undefined {
  const found = places
    .flatMap((fields) => fields.find(objectNames.session))
    .flatMap((node) => heldIn(node, warn, values));
  const texts = found.map((node) => ({ node, text: textOf(node) }));
  const session = texts.map(({ text }) => sessionOf(text)).find(isSaid);
  const useless = texts.find(({ text }) => !nothing.test(text));
  if (session === undefined && useless) warn(useless.node, 'not_a_session');
  return session;
}

/** A session as it stands, or what credentials hold of one; of a list the first. */
function heldIn(place: Node, warn: Warn, values: Values): Node[] {
  const node = unwrapped(place);
  node.taken = true;
  openText(node);
  const list = elementsOf(node, 1);
  if (list !== undefined && list.count > 1) warn(node, 'not_read');
  if (list !== undefined) return list.items.flatMap((item) => heldIn(item, warn, values));
  if (!isObject(node.value)) return [node];
  const inside = fieldsOf(node);
  values.skip(inside, sessionNames.beside);
  const held = inside.find(sessionNames.session).map(unwrapped);
  for (const one of held) one.taken = true;
  return held;
}

function textOf({ value }: Node): string {
  return typeof value === 'object' || value === false ? '' : cleanKey(String(value).slice(0, longest));
}
