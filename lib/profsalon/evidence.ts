import type { Reading } from '../model/reading.ts';
import { cleanKey } from './clean.ts';
import { fieldsOf, findAll, type Fields, type Found } from './fields.ts';
import { parseLossless } from './lossless-json.ts';
import { objectNames, partNames, sessionNames } from './names.ts';
import type { Warn } from './notes.ts';
import { saying } from './people.ts';
import { present } from './present.ts';
import { sessionOf } from './session.ts';
import type { Values } from './values.ts';
import { most } from './values-of-text.ts';

type Evidence = Pick<Reading, 'session' | 'utm' | 'clickIds' | 'pageUrl' | 'referrer'>;

/** What tells where a client came from. */
export function evidenceOf(object: Fields, values: Values, warn: Warn): Evidence {
  const { text, part } = values;
  const names = partNames.utm;
  const utm = part(object, objectNames.utm, names);
  return present({
    session: sessionIn(object, warn),
    utm: saying({
      source: text(utm, names.source),
      medium: text(utm, names.medium),
      campaign: text(utm, names.campaign),
      term: text(utm, names.term),
      content: text(utm, names.content),
    }),
    clickIds: saying({
      yclid: text(object, objectNames.yclid),
      gclid: text(object, objectNames.gclid),
      ymClientId: text(object, objectNames.ymClientId),
    }),
    pageUrl: text(object, objectNames.pageUrl, most.url),
    referrer: text(object, objectNames.referrer, most.url),
  });
}

/** The first of the names that holds a session; credentials may be an object or a string of JSON. */
function sessionIn(object: Fields, warn: Warn): string | undefined {
  const found = findAll(object, objectNames.session).flatMap((one) => {
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
