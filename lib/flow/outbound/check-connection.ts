import type { Answer, ApiAccess, MethodData } from '../../model/data-api.ts';
import type { ConnectionCheck, OutboundStatus } from '../../model/outbound-state.ts';
import type { Account } from '../../model/settings.ts';
import { asking, type Ask, type AskDeps } from './ask.ts';
import { outcomeOf } from './outcome-of.ts';

export interface CheckConnectionDeps extends AskDeps {
  findAccount: (accountKey: string) => Promise<Account | undefined>;
  accessKeyOf: (accountKey: string) => Promise<string | undefined>;
  changeStatus: (accountKey: string, change: (status: OutboundStatus) => OutboundStatus) => Promise<void>;
}

/** What became of trying a connection; `none`: the account has none. */
export type Checked = 'none' | ConnectionCheck['account'];

/**
 * Tries what sending needs, whether the account's records are sent or not: key, address of the caller, components and rights,
 * "Другая CRM". It calls nothing that changes anything there: uploads of no rows show whether uploads are allowed.
 */
export function checkConnection(deps: CheckConnectionDeps) {
  return async (accountKey: string): Promise<Checked> => {
    const account = await deps.findAccount(accountKey);
    const host = account?.connection?.apiHost;
    if (host === undefined) return 'none';
    const accessKey = await deps.accessKeyOf(accountKey);
    const found = accessKey === undefined ? noKey : await tried(deps, accountKey, { host, accessKey });
    const check: ConnectionCheck = { at: deps.now().toISOString(), ...found };
    await deps.changeStatus(accountKey, (status) => ({ ...triedAgain(status, check), check }));
    return check.account;
  };
}

type Found = Omit<ConnectionCheck, 'at'>;
const noKey: Found = { account: 'no_key' };

async function tried(deps: AskDeps, accountKey: string, access: ApiAccess): Promise<Found> {
  const ask = asking(deps, accountKey, access, { forPeople: true });
  const answer = await ask('get.account', {});
  if (answer.outcome !== 'ok') return { account: outcomeOf(answer), ...limitsOf(answer) };
  const requests = await ask('upload.offline_messages', { offline_messages: [] });
  const deals = await ask('upload.deals_history', { deals: [] });
  const crm = await crmOf(ask);
  return {
    account: 'ok',
    ...accountOf(answer.data),
    requests: uploadOf(requests),
    deals: uploadOf(deals),
    crm,
    ...limitsOf(deals),
  };
}

async function crmOf(ask: Ask): Promise<NonNullable<Found['crm']>> {
  const answer = await ask('get.crm_accounts', {});
  if (answer.outcome !== 'ok') return outcomeOf(answer);
  return answer.data.some(({ type }) => type === 'custom') ? 'ok' : 'missing';
}

function accountOf([account]: MethodData<'get.account'>): Pick<Found, 'accountName' | 'timezone'> {
  if (account === undefined) return {};
  const { name, timezone } = account;
  return { timezone, ...(name === undefined || name === null ? {} : { accountName: name }) };
}

type Outcome = NonNullable<Found['requests']>;

/** That nothing was uploaded may be refused, but by what looks at rows, and so is past rights and components. */
function uploadOf(answer: Answer<unknown>): Outcome {
  return answer.outcome === 'ok' || answer.outcome === 'row' ? 'ok' : outcomeOf(answer);
}

function limitsOf({ limits }: Answer<unknown>): Pick<Found, 'limits'> {
  return limits === undefined ? {} : { limits };
}

/** A stop whose cause is gone need not wait to be tried again. */
function triedAgain(status: OutboundStatus, { at, account }: ConnectionCheck): OutboundStatus {
  const { stopped } = status;
  return stopped === undefined || account !== 'ok' ? status : { ...status, stopped: { ...stopped, tryAt: at } };
}
