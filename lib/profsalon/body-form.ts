import { isObject, type Json, type JsonObject } from '../model/json.ts';
import { parseLossless, type Parsed } from './lossless-json.ts';

/**
 * What a form says: a field `payload` / `json` that holds JSON is the body and one called `data` is its data, with the
 * other fields as envelope.
 */
export function formBody(form: Json): Parsed {
  if (!isObject(form)) return { ok: true, value: form };
  const { data, ...envelope } = form;
  const parsedData = held(data);
  if (parsedData?.ok === false) return parsedData;
  const body = parsedData ? { ...envelope, data: parsedData.value } : form;
  const name = ['payload', 'json'].find((field) => held(Object.hasOwn(body, field) ? body[field] : undefined));
  return name === undefined ? { ok: true, value: body } : unwrapped(body, name);
}

function unwrapped(form: JsonObject, name: string): Parsed {
  const { [name]: field, ...envelope } = form;
  const payload = held(field);
  if (payload?.ok !== true) return payload ?? { ok: true, value: form };
  return {
    ok: true,
    value: isObject(payload.value) ? { ...envelope, ...payload.value } : { ...envelope, events: payload.value },
  };
}

/** A list or object in a string of JSON; undefined for any other value, a fault for what is nested too deep. */
function held(value: Json | undefined): Parsed | undefined {
  if (typeof value !== 'string' || !/^[\s\ufeff]*[[{]/.test(value)) return undefined;
  const parsed = parseLossless(value.replace(/^[\s\ufeff]+/, ''));
  return !parsed.ok && parsed.reason === 'broken' ? undefined : parsed;
}
