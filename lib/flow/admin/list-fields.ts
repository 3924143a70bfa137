import * as v from 'valibot';
import type { RouteAct } from '../../model/acts.ts';
import type { FieldSeen } from '../../model/api-fields.ts';
import type { PathsContract, ReadContext } from '../../model/contract.ts';
import type { JournalEntry, LineKey } from '../../model/journal.ts';
import { messageSchema } from '../../model/message.ts';
import { present } from '../../model/present.ts';
import type { Seen, ValueKind } from '../../model/seen.ts';
import type { Salon } from '../../model/settings.ts';
import { newestLines, type NewestLinesDeps } from './newest-lines.ts';

export interface FieldsDeps extends NewestLinesDeps {
  findSalon: (accountKey: string, salonKey: string) => Promise<Salon | undefined>;
  findLine: (key: LineKey) => Promise<JournalEntry | undefined>;
  pathsContract: PathsContract;
}

export const fieldsLimits = {
  deliveries: 500,
  /** Characters of all messages that are looked at, and of those that are read again to learn what a path is read as. */
  characters: 8 * 1024 * 1024,
  readAgain: 16 * 1024 * 1024,
  /** Lines that are fetched at once. */
  atOnce: 25,
  paths: 500,
  /** Deliveries in which a path is looked for what it is read as. */
  tries: 3,
  newest: 50,
  oldest: 250,
} as const;

/** The paths of a salon's last deliveries, and what today's settings make of them. */
export function listFields(deps: FieldsDeps): RouteAct<'GET /api/salons/{id}/fields'> {
  return async ({ account, id }) => {
    const salon = await deps.findSalon(account.key, id);
    if (salon === undefined) return { error: 'not_found' };
    const tally = tallyOf(deps.pathsContract, salon);
    for await (const told of toldIn(deps, salon)) tally.add(told);
    return { ok: tally.answer() };
  };
}

/** An event as it was delivered; `size`: characters of its message. */
interface Told {
  event: Parameters<PathsContract['pathsIn']>[0];
  receivedAt: string;
  size: number;
}

/** The last deliveries, newest first; those without an event of theirs in the journal are left out. */
async function* toldIn(deps: FieldsDeps, { accountKey, key: salonKey }: Salon): AsyncGenerator<Told> {
  const asked = { accountKey, salonKey, limit: fieldsLimits.deliveries, except: 'refused' } as const;
  const lines = await newestLines(deps, asked);
  let left: number = fieldsLimits.characters;
  for (let at = 0; at < lines.length && left > 0; at += fieldsLimits.atOnce) {
    const wave = lines.slice(at, at + fieldsLimits.atOnce);
    const entries = await Promise.all(wave.map(({ id, receivedAt }) => deps.findLine({ accountKey, id, receivedAt })));
    for (const entry of entries) {
      const told = entry && toldOf(entry);
      if (told === undefined || left <= 0) continue;
      left -= told.size;
      yield told;
    }
  }
}

function toldOf({ line: { receivedAt }, message }: JournalEntry): Told | undefined {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), messageSchema), message);
  if (!parsed.success || parsed.output.type !== 'event') return undefined;
  return { event: parsed.output.event, receivedAt, size: message.length };
}

/** What was seen of a path so far; `places` of deliveries, 0 the newest. */
interface Counted {
  places: number[];
  kinds: Map<ValueKind, number>;
  known: boolean;
  readAs: string[];
  tries: number;
  lastSeenAt: string;
}

function tallyOf(contract: PathsContract, { timezone, currency, fieldMap }: Salon) {
  const all = new Map<string, Counted>();
  const times: string[] = [];
  let cut = false;
  let left: number = fieldsLimits.readAgain;

  function add({ event, receivedAt, size }: Told): void {
    const context: ReadContext = { timezone, currency, fieldMap, receivedAt };
    const place = times.push(receivedAt) - 1;
    const unsure = new Map<string, Counted>();
    for (const seen of contract.pathsIn(event, context)) {
      const counted = all.get(seen.shown) ?? begun(seen, receivedAt);
      if (counted === undefined) continue;
      count(counted, seen, place);
      const asks = counted.known && counted.readAs.length === 0 && counted.tries < fieldsLimits.tries;
      if (asks && left > 0) unsure.set(seen.path, counted);
      if (asks) left -= size;
    }
    if (unsure.size > 0) learn(event, context, unsure);
  }
  function begun({ shown }: Seen, lastSeenAt: string): Counted | undefined {
    cut ||= all.size >= fieldsLimits.paths;
    if (cut) return undefined;
    const counted: Counted = { places: [], kinds: new Map(), known: false, readAs: [], tries: 0, lastSeenAt };
    all.set(shown, counted);
    return counted;
  }
  function learn(event: Told['event'], context: ReadContext, unsure: Map<string, Counted>): void {
    for (const [path, fields] of contract.readAs(event, context, [...unsure.keys()])) {
      const counted = unsure.get(path);
      if (counted === undefined) continue;
      counted.tries += 1;
      counted.readAs = fields;
    }
  }
  function answer() {
    const items = [...all].map(([path, counted]) => shownField(path, counted, times.length, fieldMap));
    items.sort((a, b) => b.count - a.count || (a.path < b.path ? -1 : 1));
    return { deliveries: times.length, ...present({ from: times.at(-1), to: times[0] }), cut, items };
  }
  return { add, answer };
}

function count(counted: Counted, { kind, known }: Seen, place: number): void {
  if (counted.places.at(-1) !== place) counted.places.push(place);
  counted.known ||= known;
  if (kind !== undefined) counted.kinds.set(kind, (counted.kinds.get(kind) ?? 0) + 1);
}

function shownField(shown: string, counted: Counted, deliveries: number, fieldMap: Salon['fieldMap']): FieldSeen {
  const { places, kinds, known, readAs, lastSeenAt } = counted;
  const { newest, oldest } = fieldsLimits;
  const isRecent = places.some((place) => place < newest);
  const isOlder = places.some((place) => place >= newest);
  const taught = Object.hasOwn(fieldMap, shown) ? fieldMap[shown] : undefined;
  return {
    path: shown,
    count: places.length,
    share: Math.round((places.length / deliveries) * 1000) / 1000,
    kinds: [...kinds].sort(([, a], [, b]) => b - a).map(([kind]) => kind),
    known,
    readAs,
    ...present({ taught }),
    lastSeenAt,
    // Of a salon that has had no more than the newest there is nothing to compare them with.
    new: deliveries > newest && isRecent && !isOlder,
    gone: !isRecent && places.some((place) => place >= deliveries - oldest),
  };
}
