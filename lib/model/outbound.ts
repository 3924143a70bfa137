import type { CatalogEntry, CatalogName } from './catalog.ts';
import type { ContactRow, DealRow, FunnelRow, MethodData, OfflineMessage } from './data-api.ts';
import type { DealRecord, FoldedDeal } from './deal.ts';
import type { FoldedUserField } from './records.ts';
import type { Contact } from './references.ts';
import type { FoldedRequest } from './request.ts';
import type { PipelineRecord } from './shown.ts';
import type { TimeZone } from './time-zone.ts';
import type { OwnRequest } from './views.ts';

/** A record as it is stored, with the marker that it then had. */
export interface MarkedRecord {
  marker: string | undefined;
  value:
    | { kind: 'deal'; deal: FoldedDeal | undefined }
    | { kind: 'request'; request: OwnRequest | undefined }
    | { kind: 'contact'; contact: Contact | undefined };
}

/** Under which ids a request and what it names are known there. */
export interface RequestTargets {
  extId: string;
  /** The account's, by which times without an offset are meant. */
  zone: TimeZone;
  /** The id under which a custom field was declared; undefined: it was not. */
  fieldExtId: (field: FoldedUserField) => string | undefined;
}

/** The same of a deal. */
export interface DealTargets extends RequestTargets {
  funnel: FunnelRow;
  contact?: string | undefined;
  employee?: string | undefined;
  /** Of the request that the deal is known to come from. */
  communicationId?: number | undefined;
}

/** `missing`: the parameter without which it would be refused. */
export type RequestRowOf = (
  request: FoldedRequest,
  targets: RequestTargets,
) => { row: OfflineMessage } | { missing: keyof OfflineMessage };
export type DealRowsOf = (deal: DealRecord, targets: DealTargets) => DealRow[];

/** A contact with the name that is shown. */
export type NamedContact = Pick<Contact, 'phones' | 'emails' | 'createdDateTime'> & { name: string | undefined };

/** How our records are told in the receiver's names: pure. */
export interface Mapping {
  requestRow: RequestRowOf;
  /** At least one, in the order in which the deal passed its stages. */
  dealRows: DealRowsOf;
  funnelRow: (pipeline: PipelineRecord) => FunnelRow;
  contactRow: (contact: NamedContact, extId: string, zone: TimeZone) => ContactRow;
  /** Entries of its lists in our names: none twice, in the order given. */
  catalog: { [N in CatalogName]: (rows: MethodData<`get.${N}`>) => CatalogEntry[N][] };
  /** An instant as times are written there. */
  dateTimeIn: (instant: string, zone: TimeZone) => string;
}
