import { filledList } from '../../domain/filled-list.ts';
import { mostEntries, type CatalogEntry, type CatalogList, type CatalogName } from '../../model/catalog.ts';
import type { Failure } from '../../model/api.ts';
import type { Answer, MethodData } from '../../model/data-api.ts';
import type { Metric } from '../../model/metrics.ts';
import type { Mapping } from '../../model/outbound.ts';
import type { CatalogFill, OutboundStatus } from '../../model/outbound-state.ts';
import type { Account, Salon } from '../../model/settings.ts';
import { ruleContextOf, type RuleContextDeps } from '../admin/rule-context.ts';
import { problemsOf } from '../admin/salon-rules.ts';
import { askOfAccount, type AskOfAccountDeps } from './ask-of-account.ts';
import { outcomeOf } from './outcome-of.ts';

export interface FillCatalogDeps extends AskOfAccountDeps, RuleContextDeps {
  listSalons: (accountKey: string) => Promise<Salon[]>;
  /** Makes of a list what CoMagic has, unless it is that already or too large. */
  fillList: <N extends CatalogName>(
    accountKey: string,
    name: N,
    filled: (before: CatalogEntry[N][]) => CatalogEntry[N][],
    saving: { at: string; subject: string },
  ) => Promise<CatalogList<N> | Failure>;
  changeStatus: (accountKey: string, change: (status: OutboundStatus) => OutboundStatus) => Promise<void>;
  mapping: Mapping;
  count: (counts: Partial<Record<Metric, number>>) => void;
}

/** Milliseconds after which the lists are asked for again. */
const restMs = 3600_000;
/** Who has filled a list, in the audit. */
const subject = 'CoMagic';

/** Whether it is time to ask for the lists. `now`: unix ms. */
export function isCatalogDue({ catalog }: OutboundStatus, now: number): boolean {
  return catalog === undefined || now - Date.parse(catalog.at) >= restMs;
}

/**
 * Makes the lists that settings pick from what CoMagic has; each by itself, for a key may read one and not another. What CoMagic has no
 * more is marked, and a salon whose default it is goes on as before and is counted. `forPeople`: somebody waits for it.
 */
export function fillCatalog(deps: FillCatalogDeps) {
  return async (accountKey: string, { forPeople = false } = {}): Promise<string> => {
    const asked = await askOfAccount(deps, accountKey, { forPeople });
    if (asked === undefined) return 'none';
    const { account, ask } = asked;
    const { mapping } = deps;
    const at = deps.now().toISOString();
    const keep = keeping(deps, accountKey, at);
    const catalog: CatalogFill = {
      at,
      campaigns: await keep(
        'campaigns',
        await ask('get.campaigns', listing('name', 'status', 'site_id')),
        mapping.catalog.campaigns,
      ),
      sources: await keep('sources', await ask('get.sources', listing('name', 'state')), mapping.catalog.sources),
      sites: await keep('sites', await ask('get.sites', listing('domain_name', 'state')), mapping.catalog.sites),
    };
    await deps.changeStatus(accountKey, (status) => ({ ...status, catalog }));
    const inactive = await inactiveDefaults(deps, account);
    deps.count({ defaultsInactive: inactive });
    return inactive === 0 ? 'filled' : `filled, ${inactive} default inactive`;
  };
}

/** Lists that hold what CoMagic has of its own, so that an empty one is no answer. */
const hasAlways: readonly CatalogName[] = ['campaigns', 'sources'];

function listing(...fields: string[]) {
  return { fields: ['id', ...fields], limit: mostEntries };
}

function keeping({ fillList }: FillCatalogDeps, accountKey: string, at: string) {
  return async <N extends CatalogName>(
    name: N,
    answer: Answer<MethodData<`get.${N}`>>,
    entriesOf: (rows: MethodData<`get.${N}`>) => CatalogEntry[N][],
  ): Promise<CatalogFill[CatalogName]> => {
    if (answer.outcome !== 'ok') return outcomeOf(answer);
    if (answer.data.length === 0 && hasAlways.includes(name)) return 'unanswered';
    const there = entriesOf(answer.data);
    const isWhole = answer.data.length < mostEntries;
    const filled = (before: CatalogEntry[N][]) => filledList(name, before, { there, isWhole });
    const saved = await fillList(accountKey, name, filled, { at, subject });
    return 'error' in saved ? 'too_large' : 'ok';
  };
}

/** Salons whose requests go to something that the catalog does not have as active. */
async function inactiveDefaults(deps: FillCatalogDeps, account: Account): Promise<number> {
  const context = await ruleContextOf(deps, account);
  const salons = await deps.listSalons(account.key);
  return salons.filter((salon) => salon.isActive && salon.deletedAt === undefined && isDefaultWrong(salon)).length;

  function isDefaultWrong(salon: Salon): boolean {
    return problemsOf(salon, context).some(({ field }) => field.startsWith('default'));
  }
}
