import type { RouteAct } from '../../../model/acts.ts';
import type { Failure, SaveConnection } from '../../../model/api.ts';
import { present } from '../../../model/present.ts';
import type { Account, AuditLine, Connection, StoredAccount } from '../../../model/settings.ts';
import { accountVersion } from '../account-settings.ts';
import { changesIn } from '../changes.ts';
import type { ChangeAccount } from '../create-account.ts';
import { dayOf, instantAsked } from '../period.ts';
import { secretFault } from '../token-sent.ts';
import { connectionAnswer, noConnection, type ShowConnectionDeps } from './show-connection.ts';
import { freeJobId, startBackfill } from './start-backfill.ts';

export interface SaveConnectionDeps extends ShowConnectionDeps {
  changeAccount: ChangeAccount;
  /** In the place of the one that is kept. */
  putAccessKey: (accountKey: string, accessKey: string) => Promise<void>;
  removeAccessKey: (accountKey: string) => Promise<void>;
}

/**
 * Saves what was sent of the connection, unless somebody saved the account since the version that it names. Switched on, or from an
 * earlier day on, it has marked what was missed. The access key is kept before the account says that it is: a save of an old
 * version is refused before either.
 */
export function saveConnection(deps: SaveConnectionDeps): RouteAct<'PUT /api/connection'> {
  return async ({ account, caller: { subject }, body }) => {
    await startBackfill(deps, account);
    const at = deps.now().toISOString();
    const job = { backfill: await freeJobId(deps, account.key), backfillBy: subject };
    const next = (stored: Account) => savedConnection(stored, body, { at, job });
    const refused = next(account);
    if ('error' in refused) return refused;
    await keepKey(deps, account.key, body.accessKey);
    const saved = await deps.changeAccount(account.key, (stored) => {
      if (stored === undefined) return { error: 'not_found' };
      const connection = next(stored);
      if ('error' in connection) return connection;
      return { value: audited(stored, connection, { at, subject, isKeySent: typeof body.accessKey === 'string' }) };
    });
    if ('error' in saved) return saved;
    await startBackfill(deps, saved.value);
    return { ok: await connectionAnswer(deps, saved.value) };
  };
}

async function keepKey(deps: SaveConnectionDeps, accountKey: string, sent: string | null | undefined): Promise<void> {
  if (sent === null) await deps.removeAccessKey(accountKey);
  else if (sent !== undefined) await deps.putAccessKey(accountKey, sent);
}

interface Saving {
  at: string;
  /** The job that marks what was missed, if there is to be one. */
  job: Pick<Connection, 'backfill' | 'backfillBy'>;
}

function savedConnection(account: Account, body: SaveConnection, { at, job }: Saving): Connection | Failure {
  if (accountVersion(account) !== body.version) return { error: 'version_conflict' };
  const before = account.connection ?? noConnection;
  const today = dayOf(account.timezone, at);
  const wrong = wrongIn(before, body, today);
  if (wrong !== undefined) return { error: 'invalid_settings', fields: wrong };
  const { apiHost = before.apiHost, isOn = before.isOn } = body;
  const key = keyOf(before, body);
  if (isOn && !key.keySet) return { error: 'invalid_settings', fields: { accessKey: 'required' } };
  const startDate = startOf(before, body) ?? (isOn ? today : undefined);
  const next = present({ apiHost, isOn, startDate, ...key });
  const { backfill, backfillBy } = isMore(before, next) ? job : before;
  return present({ ...next, backfill, backfillBy });
}

function keyOf({ keySet, keyLast4 }: Connection, { accessKey }: SaveConnection) {
  if (accessKey === undefined) return { keySet, keyLast4 };
  return { keySet: accessKey !== null, keyLast4: accessKey?.slice(-4) };
}

function startOf(before: Connection, { startDate }: SaveConnection): string | undefined {
  return startDate === undefined ? before.startDate : (startDate ?? undefined);
}

/** Whether more is to be sent than before. */
function isMore(before: Connection, { isOn, startDate = '' }: Connection): boolean {
  return isOn && (!before.isOn || startDate < (before.startDate ?? ''));
}

function wrongIn(
  { keyLast4 }: Connection,
  { accessKey, startDate }: SaveConnection,
  today: string,
): Record<string, string> | undefined {
  const fault = typeof accessKey === 'string' ? secretFault(accessKey, keyLast4) : undefined;
  if (fault !== undefined) return { accessKey: fault };
  const isDay = typeof startDate !== 'string' || (startDate <= today && instantAsked(startDate, 'UTC') !== undefined);
  return isDay ? undefined : { startDate: 'invalid' };
}

interface Act {
  at: string;
  subject: string;
  isKeySent: boolean;
}

/** Of the key, its last letters: also when they are those of the one before. */
function audited(stored: StoredAccount, connection: Connection, { at, subject, isKeySent }: Act): StoredAccount {
  const version = accountVersion(stored) + 1;
  const before = stored.connection ?? noConnection;
  const changes: AuditLine['changes'] = changesIn(['apiHost', 'isOn', 'startDate', 'keySet'], before, connection);
  if (isKeySent) changes['accessKey'] = present({ from: before.keyLast4, to: connection.keyLast4 });
  return {
    ...stored,
    connection,
    version,
    lastAudit: { v: 1, at, subject, what: 'connection_saved', version, changes },
  };
}
