import { isObject, type Json, type JsonObject } from '../model/json.ts';
import { listOf } from './lists.ts';

/** One event, a list of them, or either under `events`; undefined when there is no event in it. */
export function splitEvents(body: Json): Json[] | undefined {
  const list = listOf(body);
  if (list) return list.length > 0 ? list : undefined;
  if (!isObject(body)) return undefined;
  if (!Object.hasOwn(body, 'events')) return [body];
  const { events = null, ...envelope } = body;
  if (isEmpty(events)) return undefined;
  const inside = listOf(events) ?? (isObject(events) ? [events] : undefined);
  return inside?.map((event) => inEnvelope(event, envelope)) ?? [body];
}

/** An element that is no object, or `{}`, is no event of this envelope: it stays what it is. */
function inEnvelope(event: Json, envelope: JsonObject): Json {
  return isObject(event) && !isEmpty(event) ? { ...envelope, ...event } : event;
}

function isEmpty(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
