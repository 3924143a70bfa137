import { listedContact, mergeContact } from '../../lib/domain/contact.ts';
import { mergeReference } from '../../lib/domain/references.ts';
import { actsOf, type ActsDeps } from '../../lib/flow/admin/acts.ts';
import type { AccountActs, AccountCall, AccountRouteKey } from '../../lib/model/acts.ts';
import { doorContract, pathsContract, readerContract } from '../../lib/profsalon/contract.ts';
import { monotonic, now } from '../../lib/runtime/clock.ts';
import { lineIndex, neighbours } from '../../lib/store/neighbours.ts';
import { salonMarks } from '../../lib/store/records.ts';
import { markNothing } from '../../lib/store/pending.ts';
import { contactsList, references } from '../../lib/store/references.ts';
import { outboundFacts } from '../../lib/store/refused.ts';
import { dryRunsOver } from '../../functions/wiring/replay-deps.ts';
import { phonesOf } from '../../lib/reading/phone.ts';
import { anAccount } from '../build/settings.ts';
import type { JobWorld } from './world.ts';

type Said<K extends AccountRouteKey> = Partial<Pick<AccountCall<K>, 'id' | 'query' | 'body'>>;
type Answered<K extends AccountRouteKey> = Extract<Awaited<ReturnType<AccountActs[K]>>, { ok: unknown }>['ok'];

/** The acts of the API over the tables of a world, as an admin asks for them; what is refused throws. */
export function actingIn({ tables, settings, records, lines }: JobWorld) {
  const named = references({
    table: tables.records,
    joinReference: mergeReference,
    joinContact: mergeContact,
    listed: listedContact,
    mark: markNothing,
    now,
  });
  const deps: Partial<ActsDeps> = {
    ...settings,
    hasNeighbours: () => Promise.resolve(true),
    listRecords: records.list,
    findDeal: records.deal,
    findRequest: records.request,
    contentsOf: records.contents,
    outboundFacts: outboundFacts(tables.records),
    isMarked: salonMarks(tables.records, now).isMarked,
    listReferences: named.list,
    listContacts: contactsList(tables.records),
    listEvents: lines.list,
    deliveriesOf: lines.deliveries,
    findLine: lines.findLine,
    pathsContract,
    neighboursOf: neighbours(tables.records).neighboursOf,
    indexedLines: lineIndex(tables.journal).indexedLines,
    contract: { ...doorContract, ...readerContract },
    dryRuns: () => dryRunsOver(tables),
    phoneOf: (text) => phonesOf(text, 1)[0]?.e164,
    emailOf: (text) => text.toLowerCase(),
    monotonic,
    webhookBaseUrl: 'https://hooks.example.ru',
    now,
  };
  const acts: AccountActs = actsOf(deps as ActsDeps);
  const caller = { subject: 'admin', role: 'admin' as const };
  return async <K extends AccountRouteKey>(route: K, said: Said<K> = {}): Promise<Answered<K>> => {
    const act = acts[route] as (call: AccountCall<K>) => Promise<object>;
    const call = { caller, account: anAccount(), id: '', query: {}, body: undefined, ...said };
    const reply = await act(call);
    if (!('ok' in reply)) throw new Error(JSON.stringify(reply));
    return reply.ok as Answered<K>;
  };
}
