import type { Reading } from '../model/reading.ts';
import { cleanKey } from './clean.ts';
import { fieldsOf, findAll, type Fields, type Found } from './fields.ts';
import { parseLossless } from './lossless-json.ts';
import { objectNames, partNames, sessionNames } from './names.ts';
import type { Warn } from './notes.ts';
import { saying } from './people.ts';
import { present } from '../model/present.ts';
import { sessionOf } from './session.ts';
import type { Values } from './values.ts';
import { most } from './values-of-text.ts';

type Evidence = Pick<Reading, 'session' | 'utm' | 'clickIds' | 'pageUrl' | 'referrer'>;

/** What tells where a client came from: in the object, else beside it. */
export function evidenceOf(object: Fields, top: Fields, values: Values, warn: Warn): Evidence {
  const { text } = values;
  const either = <T>(read: (fields: Fields) => T | undefined) => read(object) ?? read(top);
  const said = (names: readonly string[], length?: number) => either((fields) => text(fields, names, length));
  return present({
    session: sessionIn([object, top], warn),
    utm: either((fields) => utmIn(fields, values)),
    clickIds: saying({
      yclid: said(objectNames.yclid),
      gclid: said(objectNames.gclid),
      ymClientId: said(objectNames.ymClientId),
    }),
    pageUrl: said(objectNames.pageUrl, most.url),
    referrer: said(objectNames.referrer, most.url),
  });
}

/** Taken whole from one place: a source of one visit with the campaign of another would be neither. */
function utmIn(fields: Fields, { text, part }: Values): Evidence['utm'] {
  const names = partNames.utm;
  const utm = part(fields, objectNames.utm, names);
  return saying({
    source: text(utm, names.source),
    medium: text(utm, names.medium),
    campaign: text(utm, names.campaign),
    term: text(utm, names.term),
    content: text(utm, names.content),
  });
}

/** The first of the names that holds a session, place by place; credentials may be an object or a string of JSON. */
function sessionIn(places: Fields[], warn: Warn): string | undefined {
  const all = places.flatMap((fields) => findAll(fields, objectNames.session));
  const found = all.flatMap((one) => {
    const inside = findAll(credentialsIn(one), sessionNames.session);
    return inside.length > 0 ? inside : [one];
  });
  const texts = found.map(({ value, path }) => ({
    path,
    text: typeof value === 'object' || value === false ? '' : cleanKey(String(value)),
  }));
  const session = texts.map(({ text }) => sessionOf(text)).find((said) => said !== undefined);
  const useless = texts.find(({ text }) => !/^0*$/.test(text));
  if (session === undefined && useless) warn(useless.path, 'not_a_session');
  return session;
}

function credentialsIn({ value, path }: Found): Fields {
  if (typeof value !== 'string' || !value.trim().startsWith('{')) return fieldsOf(value, path);
  const parsed = parseLossless(value);
  return fieldsOf(parsed.ok ? parsed.value : undefined, path);
}
