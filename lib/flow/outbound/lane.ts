import type { Answer, RowMnemonic } from '../../model/data-api.ts';
import type { Naming, ReadSet, SetRef } from '../../model/event-set.ts';
import type { Mapping, MarkedRecord } from '../../model/outbound.ts';
import type {
  OutboundKind,
  OutboundRecord,
  OutboundStatus,
  Pending,
  PendingStretch,
  Points,
  Sent,
  StopReason,
  StoredSent,
} from '../../model/outbound-state.ts';
import type { Reference, ReferenceKind } from '../../model/references.ts';
import type { Account, Salon } from '../../model/settings.ts';
import type { TimeZone } from '../../model/time-zone.ts';
import type { TakenApart } from '../../domain/take-apart.ts';
import type { Ask, AskDeps } from './ask.ts';

export interface OutboundDeps extends AskDeps {
  findAccount: (accountKey: string) => Promise<Account | undefined>;
  /** The key with which the account is called. */
  accessKeyOf: (accountKey: string) => Promise<string | undefined>;
  /** Those that were deleted, too: what is stored of them is sent. */
  listSalons: (accountKey: string) => Promise<Salon[]>;
  listReferences: (salonKey: string, kind: ReferenceKind) => Promise<Reference[]>;
  pending: (stretch: PendingStretch) => Promise<Pending[]>;
  read: (record: OutboundRecord) => Promise<MarkedRecord>;
  unmark: (record: OutboundRecord, marker: string) => Promise<boolean>;
  /** Bookings that have named a deal, and whether it names too many. */
  linksOf: (deal: SetRef) => Promise<Pick<ReadSet, 'links' | 'many'>>;
  namingOf: (booking: SetRef) => Promise<Naming>;
  sent: (record: OutboundRecord) => Promise<StoredSent>;
  putSent: (
    accountKey: string,
    record: OutboundRecord,
    sent: Sent,
    rev: string | undefined,
  ) => Promise<string | undefined>;
  namedSent: (accountKey: string, name: string) => Promise<string | undefined>;
  putNamedSent: (accountKey: string, name: string, told: string | undefined) => Promise<void>;
  /** Marks a record as one that is to be sent, as it is stored. */
  remark: (marking: { accountKey: string; record: OutboundRecord }) => Promise<unknown>;
  takeLease: (accountKey: string, until: number, now: number) => Promise<boolean>;
  endLease: (accountKey: string, until: number) => Promise<void>;
  /** What may still be spent; undefined: no answer has told. */
  points: (accountKey: string) => Promise<Points | undefined>;
  status: (accountKey: string) => Promise<OutboundStatus>;
  changeStatus: (accountKey: string, change: (status: OutboundStatus) => OutboundStatus) => Promise<void>;
  mapping: Mapping;
  /** How a refused batch is gone through. */
  takingApart: {
    whole: (count: number) => TakenApart;
    taken: (apart: TakenApart, left: number) => { apart: TakenApart; firstIsBad: boolean };
    refused: (apart: TakenApart, left: number) => { apart: TakenApart; firstIsBad: boolean };
    accused: (apart: TakenApart) => TakenApart;
  };
  /** Milliseconds after which a call that was given up is not carried out any more. */
  settleMs: number;
  /** Milliseconds for which one who sends keeps all others away; longer than it lives, by `settleMs`. */
  leaseMs: number;
}

/** One who sends for an account. */
export interface Session {
  deps: OutboundDeps;
  account: Account;
  ask: Ask;
  zone: TimeZone;
  salons: Salon[];
  /** What things that records name were last called there, as far as it was read. */
  known: Map<string, string>;
  /** Whether there is time for one more call. */
  hasTime: () => boolean;
}

/** Why sending ends for now; undefined: it goes on. */
export type Halt = { halt: 'again' } | { halt: 'account'; reason: StopReason } | undefined;

/** A record that was read to be sent: with the marker under which it was read, and what is known of it there. */
export interface Subject {
  record: OutboundRecord;
  /** None: it is sent for another that names it. */
  marker: string | undefined;
  read: MarkedRecord['value'];
  sent: Sent;
  rev: string | undefined;
}

/** What is to be done about a record; `next`: what is known of it when that is done. */
export type Plan<R> =
  | { act: 'clear'; next?: Sent }
  /** It is looked at again another time. */
  | { act: 'leave' }
  | { act: 'park'; mnemonic: RowMnemonic; field?: string | undefined }
  /** As part of a batch; `staysMarked`: when it is there it is looked at once more. */
  | { act: 'send'; rows: R[]; next: Sent; staysMarked?: boolean }
  /** By a call of its own; afterwards it is planned anew. */
  | { act: 'call'; what: 'update' | 'remove'; make: () => Promise<Answer<unknown>>; next: Sent };

export interface Lane<R> {
  kind: OutboundKind;
  /** Rows of one call. */
  most: number;
  /** What its records need there, before any of them is planned. */
  prepare?: (subjects: Subject[]) => Promise<Halt>;
  plan: (subject: Subject) => Plan<R> | Promise<Plan<R>>;
  upload: (rows: R[]) => Promise<Answer<unknown>>;
  /** What is there of records of which it is not known, as far as it can be told now. */
  readBack: (subjects: Subject[]) => Promise<Map<Subject, Sent>>;
  /** Done once, when a record is refused for something that it names and that is not there; `field`: of what, if it was said. */
  heal?: (subject: Subject, field: string | undefined) => Promise<void>;
}
