import type { Classified, ReadContext } from '../model/contract.ts';
import { canonicalJson, type Json } from '../model/json.ts';
import type { Client, Reading } from '../model/reading.ts';
import type { Seen } from '../model/seen.ts';
import { isBlank } from '../reading/fields.ts';
import { rootOf } from '../reading/node.ts';
import { pathOf } from '../reading/place.ts';
import { eachValue, placeName } from '../reading/unread.ts';
import { withoutPath } from '../reading/without.ts';
import { classify } from './classify.ts';
import { readRoot } from './read-event.ts';
import { shownPath } from './shown-path.ts';
import { kindOfValue } from './value-kind.ts';

const mostPaths = 300;

export function pathsIn(event: Json, context: ReadContext): Seen[] {
  const root = rootOf([event]);
  readRoot(root, context);
  const seen = new Map<string, Seen>();
  eachValue(root, (place, value, taken) => {
    const path = pathOf(place);
    const before = seen.get(path);
    const kind = before?.kind ?? (isBlank(value) ? undefined : kindOfValue(placeName(place), value, context));
    const known = before?.known === true || taken || Object.hasOwn(context.fieldMap, path);
    seen.set(path, { path, shown: before?.shown ?? shownPath(place), known, ...(kind && { kind }) });
    return seen.size < mostPaths;
  });
  return [...seen.values()];
}

export function readAs(event: Json, context: ReadContext, paths: readonly string[]): Map<string, string[]> {
  const root = rootOf([event]);
  const said = saidBy(readRoot(root, context).reading, classify([event], context.fieldMap));
  return new Map(
    paths.map((path) => {
      const rest = withoutPath(root, path);
      const left = saidBy(readRoot(rootOf([rest]), context).reading, classify([rest], context.fieldMap));
      return [path, differing(said, left)];
    }),
  );
}

/** What an event says, by the names under which a path can be taught. */
type Said = Map<string, unknown>;

function saidBy(reading: Reading, { kind, act, senderEventId, salonIds, salonLogins }: Classified): Said {
  const { v: _, kind: __, act: ___, statuses, client, clickIds, bookingId, ...others } = reading;
  const said: Said = new Map<string, unknown>([
    ['event', [kind, act]],
    ['senderEventId', senderEventId],
    ['salonId', salonIds],
    ['salonLogin', salonLogins],
    ['bookingId', bookingId],
    ['status', statuses],
    ...clientSaid(client),
    ...Object.entries(clickIds ?? {}),
  ]);
  for (const [name, value] of Object.entries(others)) {
    const inner = parts.has(name) && typeof value === 'object' && value !== null ? Object.entries(value) : undefined;
    if (inner === undefined) said.set(name, value);
    for (const [part, one] of inner ?? []) said.set(`${name}.${part}`, one);
  }
  return said;
}

function clientSaid(client: Client | undefined): [string, unknown][] {
  if (client === undefined) return [];
  const { id, name, phones, emails } = client;
  return [
    ['client.id', id],
    ['client.name', name],
    ['client.phone', phones.length > 0 ? phones : undefined],
    ['client.email', emails.length > 0 ? emails : undefined],
  ];
}

const parts: ReadonlySet<string> = new Set(['staff', 'manager', 'pipeline', 'stage', 'previousStage', 'utm']);

/** Without its name an event may be read as another kind altogether: then only that is told. */
function differing(said: Said, left: Said): string[] {
  const names = [...new Set([...said.keys(), ...left.keys()])].filter(
    (name) => canonicalJson(said.get(name) ?? null) !== canonicalJson(left.get(name) ?? null),
  );
  return names.includes('event') ? ['event'] : names;
}
