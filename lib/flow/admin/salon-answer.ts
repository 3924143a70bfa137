import type { StoredSalon } from '../../model/settings.ts';
import { quietness } from './salon-silence.ts';

export interface SalonAnswerDeps {
  /** Receive times of a salon's last deliveries, newest first. */
  lastEvents: (salon: { accountKey: string; key: string }) => Promise<string[]>;
  webhookBaseUrl: string;
  now: () => Date;
}

/** A salon as the settings page sees it: all settings, of the token that it is set and its last four characters. */
export async function salonAnswer(deps: SalonAnswerDeps, salon: StoredSalon): Promise<object> {
  const { v: _v, key, accountKey, tokenSha256, hookKeys, lastAudit: _audit, ...settings } = salon;
  const { lastEventAt, silent } = quietness(salon, await deps.lastEvents(salon), deps.now());
  return {
    id: key,
    account: accountKey,
    ...settings,
    tokenSet: tokenSha256 !== undefined,
    webhookUrl: `${deps.webhookBaseUrl}/webhooks/profsalon/${hookKeys[0]?.key ?? ''}`,
    ...(lastEventAt === undefined ? {} : { lastEventAt }),
    silent,
  };
}
