import type { RouteAct } from '../../../model/acts.ts';
import type { Failure, SaveConnection } from '../../../model/api.ts';
import { present } from '../../../model/present.ts';
import type { Account, AuditLine, Connection, StoredAccount } from '../../../model/settings.ts';
import { accountVersion } from '../account-settings.ts';
import { changesIn } from '../changes.ts';
import type { ChangeAccount } from '../create-account.ts';
import { dayOf, instantAsked } from '../period.ts';
import { secretFault } from '../token-sent.ts';
import type { AskDeliveryDeps } from './ask-delivery.ts';
import { connectionAnswer, noConnection, type ShowConnectionDeps } from './show-connection.ts';
import { freeJobId, startBackfill } from './start-backfill.ts';

export interface SaveConnectionDeps extends ShowConnectionDeps, Pick<AskDeliveryDeps, 'sendOutbound'> {
  changeAccount: ChangeAccount;
  putAccessKey: (accountKey: string, name: string, accessKey: string) => Promise<void>;
  removeAccessKey: (accountKey: string, name: string) => Promise<void>;
  /** That nothing else is named by. */
  newKey: () => string;
}

/**
 * Saves what was sent of the connection, unless somebody saved the account since the version that it names. Switched on, or from an
 * earlier day on, it has marked what was missed. An access key is kept under a name of its own before the
 * account names it: of two who save one version, each with a key, the key of the one who is not refused holds. What follows a save
 * is done by the next one if its own died. The key of one that died before the account named it stays there, and is never used.
 * Another key or host has the lists filled at once; a message that is lost leaves that to the hour.
 */
export function saveConnection(deps: SaveConnectionDeps): RouteAct<'PUT /api/connection'> {
  return async ({ account, caller: { subject }, body }) => {
    await finish(deps, account);
    const at = deps.now().toISOString();
    const job = { backfill: await freeJobId(deps, account.key), backfillBy: subject };
    const keyName = typeof body.accessKey === 'string' ? deps.newKey() : undefined;
    const next = (stored: Account) => savedConnection(stored, body, { at, job, keyName });
    const refused = next(account);
    if ('error' in refused) return refused;
    if (keyName !== undefined) await deps.putAccessKey(account.key, keyName, body.accessKey ?? '');
    const saved = await deps.changeAccount(account.key, (stored) => {
      if (stored === undefined) return { error: 'not_found' };
      // It was saved by this call, and the answer was lost.
      if (keyName !== undefined && stored.connection?.keyName === keyName) return { value: stored };
      const connection = next(stored);
      if ('error' in connection) return connection;
      return { value: audited(stored, connection, { at, subject, isKeySent: keyName !== undefined }) };
    });
    if ('error' in saved) {
      if (keyName !== undefined) await deps.removeAccessKey(account.key, keyName);
      return saved;
    }
    await finish(deps, saved.value);
    if (isOfAnother(account, body) && saved.value.connection?.keySet === true)
      await deps.sendOutbound([{ v: 1, type: 'catalog', accountKey: account.key, now: true }]);
    return { ok: await connectionAnswer(deps, saved.value) };
  };
}

/** Whether another cabinet of CoMagic may be meant than before. */
function isOfAnother({ connection = noConnection }: Account, { accessKey, apiHost }: SaveConnection): boolean {
  return accessKey !== undefined || (apiHost !== undefined && apiHost !== connection.apiHost);
}

/** What follows a save. */
async function finish(deps: SaveConnectionDeps, account: Account): Promise<void> {
  await startBackfill(deps, account);
  const replaced = account.connection?.replacedKey;
  if (replaced !== undefined) await deps.removeAccessKey(account.key, replaced);
}

interface Saving {
  at: string;
  /** The job that marks what was missed, if there is to be one. */
  job: Pick<Connection, 'backfill' | 'backfillBy'>;
  /** Of the key that was sent. */
  keyName: string | undefined;
}

function savedConnection(account: Account, body: SaveConnection, { at, job, keyName }: Saving): Connection | Failure {
  if (accountVersion(account) !== body.version) return { error: 'version_conflict' };
  const before = account.connection ?? noConnection;
  const today = dayOf(account.timezone, at);
  const wrong = wrongIn(before, body, today);
  if (wrong !== undefined) return { error: 'invalid_settings', fields: wrong };
  const { apiHost = before.apiHost, isOn = before.isOn } = body;
  const key = keyOf(before, body, keyName);
  if (isOn && !key.keySet) return { error: 'invalid_settings', fields: { accessKey: 'required' } };
  const startDate = startOf(before, body) ?? (isOn ? today : undefined);
  const next = present({ apiHost, isOn, startDate, ...key });
  const { backfill, backfillBy } = isMore(before, next) ? job : before;
  return present({ ...next, backfill, backfillBy });
}

function keyOf(before: Connection, { accessKey }: SaveConnection, keyName: string | undefined) {
  const { keySet, keyLast4, keyName: replacedKey } = before;
  if (accessKey === undefined) return { keySet, keyLast4, keyName: replacedKey };
  return { keySet: accessKey !== null, keyLast4: accessKey?.slice(-4), keyName, replacedKey };
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
