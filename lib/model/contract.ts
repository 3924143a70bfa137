import type { FieldMap } from './field-map.ts';
import type { Json } from './json.ts';
import type { Read } from './reading.ts';
import type { Seen } from './seen.ts';
import type { RefusedReason } from './reasons.ts';
import type { Act, Kind } from './words.ts';

/** A body as it came in, with the headers that say how to read it; empty texts for headers that were not sent. */
export interface EncodedBody {
  bytes: Uint8Array;
  contentType: string;
  contentEncoding: string;
}

/** An event of a body: an object laid over another, its names over the other's, or one value. */
export type Layers = readonly [Json] | readonly [under: Json, over: Json];

/** The events of a body; `tokens`: those that it presents, trimmed; `warnings` hold for every event. */
export interface DecodedBody {
  ok: true;
  events: Layers[];
  tokens: string[];
  warnings: string[];
}
export type Decoded = DecodedBody | { ok: false; reason: Exclude<RefusedReason, 'invalid_token'> };

/** What an event is, by its envelope alone: cheap enough for the door. */
export interface Classified {
  /** Absent for an event that we know no use for. */
  kind?: Kind;
  act: Act;
  /** What the event names as its salon, trimmed; either may be empty. */
  salonIds: string[];
  salonLogins: string[];
  /** The sender's own id of the event. */
  senderEventId?: string;
}

/** The settings and facts that a payload is read with. */
export interface ReadContext {
  /** IANA zone of times without an offset, unless the event names one. */
  timezone: string;
  /** ISO 4217, of the settings. */
  currency: string;
  fieldMap: FieldMap;
  /** UTC instant. */
  receivedAt: string;
}

/** What the door asks of the inbound contract. */
export interface DoorContract {
  /** Any body to its events, or why not; linear in its size. */
  decode: (body: EncodedBody) => Decoded;
  /** The same events without secrets: fields named like one, and these texts wherever they stand. */
  withoutSecrets: (events: readonly Layers[], secrets: readonly string[]) => Layers[];
  classify: (event: Layers, fieldMap: FieldMap) => Classified;
  /** Whether the query of a URL is a body: holds a name that we know, beside a token. */
  holdsForm: (query: string) => boolean;
  /** A sender's id of an event in a header; undefined for what is none. */
  idOf: (text: string) => string | undefined;
}

/** What the workers ask of it. Neither throws on content. */
export interface ReaderContract {
  classify: (event: Layers, fieldMap: FieldMap) => Classified;
  read: (event: Json, context: ReadContext) => Read;
}

/** What tells of the paths that a sender uses. */
export interface PathsContract {
  /** The paths of an event, at most 300, in the order sent. */
  pathsIn: (event: Json, context: ReadContext) => Seen[];
  /** Of known paths of an event: the fields that say something else, or nothing, without the values there. */
  readAs: (event: Json, context: ReadContext, paths: readonly string[]) => Map<string, string[]>;
}
