import type { RouteAct } from '../../model/acts.ts';
import type { RefusedItem } from '../../model/api-outbound.ts';
import { outboundId, salonOfOutbound } from '../../model/ids.ts';
import type { OutboundFacts, OutboundRecord } from '../../model/outbound-state.ts';
import { present } from '../../model/present.ts';
import type { Salon } from '../../model/settings.ts';
import { inWaves } from '../in-waves.ts';
import { nameOfQuery, pageAnswer, type StoredPage } from './pages.ts';
import { salonsAsked, type TodayDeps } from './today.ts';

interface RefusedQuery {
  accountKey: string;
  order: 'asc' | 'desc';
  limit: number;
  cursor?: string | undefined;
  query: string;
  keep: (record: OutboundRecord) => boolean;
}
export interface ListRefusedDeps extends Pick<TodayDeps, 'listSalons'> {
  listRefused: (query: RefusedQuery) => Promise<StoredPage<OutboundRecord>>;
  outboundFacts: (record: OutboundRecord) => Promise<OutboundFacts>;
}

/** Records that CoMagic has refused, those first that it refused last. */
export function listRefused(deps: ListRefusedDeps): RouteAct<'GET /api/refused'> {
  return async ({ account, query }) => {
    const salons = await salonsAsked(deps, account.key, query.salon);
    if ('error' in salons) return salons;
    const byKey = new Map(salons.map((salon) => [salon.key, salon]));
    const { limit, cursor } = query;
    const isOn = account.connection?.isOn === true;
    const page = await deps.listRefused({
      accountKey: account.key,
      ...{ order: 'desc', limit, cursor, query: nameOfQuery('GET /api/refused', account, query) },
      keep: (record) => byKey.has(salonOfOutbound(record)),
    });
    const records = 'error' in page ? [] : page.items;
    const items = await inWaves(records, async (record) => {
      const salon = byKey.get(salonOfOutbound(record));
      return [record, salon && refusedItem(record, salon, { ...(await deps.outboundFacts(record)), isOn })] as const;
    });
    const shown = new Map(items);
    return pageAnswer(page, (record) => {
      const item = shown.get(record);
      return item === undefined ? [] : [item];
    });
  };
}

/** The index may still show what is refused no more. */
function refusedItem(
  record: OutboundRecord,
  salon: Salon,
  { marker, sent, isOn }: OutboundFacts & { isOn: boolean },
): RefusedItem | undefined {
  if (sent?.parked === undefined) return undefined;
  const { at, mnemonic, field } = sent.parked;
  return present({
    ...{ id: outboundId(record), kind: record.kind, salon: salon.key, salonId: salon.salonId },
    state: isOn && marker !== undefined ? ('waiting' as const) : ('refused' as const),
    ...{ at, mnemonic, field },
  });
}
