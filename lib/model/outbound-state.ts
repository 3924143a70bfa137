import * as v from 'valibot';
import { accountMnemonicSchema, limitsSchema, rowMnemonicSchema } from './data-api.ts';
import type { SetRef } from './event-set.ts';
import { instantSchema } from './words.ts';

/** Records that go out one by one; each kind is read from the index by itself. */
export const outboundKinds = ['contact', 'request', 'deal'] as const;
export const outboundKindSchema = v.picklist(outboundKinds);
export type OutboundKind = v.InferOutput<typeof outboundKindSchema>;

/** Which record: a view of a set, or a contact of a salon. */
export type OutboundRecord =
  { kind: 'request' | 'deal'; set: SetRef } | { kind: 'contact'; salonKey: string; key: string };

/** A record that has changed since it was last sent; `marker`: as the index has it, so that a later change can be told. */
export interface Pending {
  record: OutboundRecord;
  marker: string;
}

const stageSentSchema = v.object({ stage: v.string(), at: v.string() });
export type StageSent = v.InferOutput<typeof stageSentSchema>;

/** What is known of a record at the receiver; written by the one who sends alone. */
export const sentSchema = v.object({
  v: v.literal(1),
  /** Whether it is there. */
  isThere: v.boolean(),
  /** Of a deal: the stages that are there, times as they are written there. */
  stages: v.optional(v.array(stageSentSchema)),
  /** Of all else that was sent; absent: not known. */
  hash: v.optional(v.string()),
  /** When it was last sent. */
  sentAt: v.optional(instantSchema),
  /** Of a request: CoMagic's ids of it. */
  remoteId: v.optional(v.number()),
  communicationId: v.optional(v.number()),
  /** Of a request: when it was made, as it was sent. */
  dateTime: v.optional(instantSchema),
  /** Of a request: whether it was sent with the session of a visit. */
  hasSession: v.optional(v.literal(true)),
  /** A call that was begun and of which it is not known what became. */
  intent: v.optional(v.object({ at: instantSchema, what: v.picklist(['upload', 'update', 'remove']) })),
  /** Why it was refused, and in which state (`marker`). */
  parked: v.optional(
    v.object({ mnemonic: rowMnemonicSchema, field: v.optional(v.string()), at: instantSchema, marker: v.string() }),
  ),
  /** Of a deal: names of the parameters that may be there and can be left out; of custom fields each. */
  parameters: v.optional(v.array(v.string())),
  /** Of a deal: the time of change with which it was last told, as it is written there. */
  modified: v.optional(v.string()),
  /** As it was noted before `parameters`: that a deal may name a contact there. */
  hasContact: v.optional(v.literal(true)),
  /** Of a contact that was refused or is of nobody: deals that were told without it, by their ids. */
  namedBy: v.optional(v.array(v.string())),
  /** Of a request that was changed after it was sent: there it cannot be. */
  differs: v.optional(v.boolean()),
  /** When it was last deleted there, to be sent anew. */
  removedAt: v.optional(instantSchema),
  /** The state in which what it names was made anew. */
  healed: v.optional(v.string()),
});
export type Sent = v.InferOutput<typeof sentSchema>;
export const nothingSent: Sent = { v: 1, isThere: false };

/** What is known of a record at the receiver, and the revision that a put of it replaces. */
export interface StoredSent {
  value: Sent | undefined;
  rev: string | undefined;
}

/** Marked records of a kind that may be sent by `until`; `after`: the marker behind which they begin. */
export interface PendingStretch {
  accountKey: string;
  kind: OutboundKind;
  after?: string | undefined;
  until: string;
  limit: number;
}

/** A marker begins with the instant from which its record may be sent. */
export function dueOf(marker: string): string | undefined {
  return marker.split('#')[0];
}

/** How it stands with a record that may be sent: its marker, and what is known of it at the receiver. */
export interface OutboundFacts {
  marker: string | undefined;
  sent: Sent | undefined;
  /** Of a deal, if it was asked for. */
  link?: Joined | undefined;
}

/** With what CoMagic has joined a deal, as it said at an instant; without a number: with nothing. */
export const joinedSchema = v.object({
  v: v.literal(1),
  at: instantSchema,
  communicationId: v.optional(v.number()),
  /** `call`, `chat`, `offline_message`, `goal`, `email`. */
  communicationType: v.optional(v.string()),
  /** Why it did not say. */
  failed: v.optional(v.union([accountMnemonicSchema, v.picklist(['unanswered', 'no_key'])])),
});
export type Joined = v.InferOutput<typeof joinedSchema>;

/** What something that records name was last called there. */
export const namedSentSchema = v.object({ v: v.literal(1), told: v.string() });

/** Points of a window that are left. Times in unix ms. */
const windowSchema = v.object({ ends: v.number(), left: v.number(), limit: v.number() });
export type PointsWindow = v.InferOutput<typeof windowSchema>;
/** What all who call for an account may still spend. */
export const pointsSchema = v.object({ v: v.literal(1), minute: windowSchema, day: windowSchema });
export type Points = v.InferOutput<typeof pointsSchema>;

/** Why an account is sent nothing for now: what CoMagic says, or what we do not trust. */
export const stopReasonSchema = v.union([
  accountMnemonicSchema,
  v.picklist(['too_many_refused', 'clock_or_zone', 'no_key']),
]);
export type StopReason = v.InferOutput<typeof stopReasonSchema>;

/** What a part of the connection answered when it was tried; `unanswered`: nothing that can be read. */
const triedSchema = v.union([v.literal('ok'), v.literal('unanswered'), accountMnemonicSchema]);

/** A connection as it was found when it was tried; what is absent was not tried, for what comes before it failed. */
export const connectionCheckSchema = v.object({
  at: instantSchema,
  /** Key, address of the caller, and the component "Data API". */
  account: v.union([triedSchema, v.literal('no_key')]),
  /** The component that takes requests, and the right to it. */
  requests: v.optional(triedSchema),
  /** The same of deals. */
  deals: v.optional(triedSchema),
  /** "Другая CRM", without which deals are not joined with visits. */
  crm: v.optional(v.union([triedSchema, v.literal('missing')])),
  /** Of CoMagic's account. */
  accountName: v.optional(v.string()),
  timezone: v.optional(v.string()),
  limits: v.optional(limitsSchema),
});
export type ConnectionCheck = v.InferOutput<typeof connectionCheckSchema>;

/** What became of filling a list; `too_large`: it has more than is kept. */
const filledSchema = v.union([triedSchema, v.literal('too_large')]);
/** When the lists that settings pick from were last asked for, and what became of each. */
export const catalogFillSchema = v.object({
  at: instantSchema,
  campaigns: filledSchema,
  sources: filledSchema,
  sites: filledSchema,
});
export type CatalogFill = v.InferOutput<typeof catalogFillSchema>;

/** How it stands with an account. */
export const outboundStatusSchema = v.object({
  v: v.literal(1),
  /** Of CoMagic's account, in which its times are meant. */
  timezone: v.optional(v.string()),
  timezoneAt: v.optional(instantSchema),
  /** Of which host and key (its last letters) it was asked. */
  timezoneOf: v.optional(v.string()),
  stopped: v.optional(v.object({ reason: stopReasonSchema, since: instantSchema, tryAt: instantSchema })),
  /** When what is marked is next sent; sooner, and calls would be spent on few records each. */
  nextAt: v.optional(instantSchema),
  /** When all that was marked had last been looked at. */
  doneAt: v.optional(instantSchema),
  check: v.optional(connectionCheckSchema),
  catalog: v.optional(catalogFillSchema),
});
export type OutboundStatus = v.InferOutput<typeof outboundStatusSchema>;
