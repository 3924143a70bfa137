import * as v from 'valibot';
import { salonSettingsSchema, type SalonAnswer } from '../../model/api-settings.ts';
import type { StoredSalon } from '../../model/settings.ts';
import type { RuleContext } from './rule-context.ts';
import { problemsOf } from './salon-rules.ts';
import { quietness } from './salon-silence.ts';

export interface SalonAnswerDeps {
  /** Receive times of a salon's last deliveries, newest first. */
  lastEvents: (salon: { accountKey: string; key: string }) => Promise<string[]>;
  webhookBaseUrl: string;
  now: () => Date;
}

/** A salon as the settings page sees it: all settings, of the token that it is set and its last four characters. */
export async function salonAnswer(
  deps: SalonAnswerDeps,
  salon: StoredSalon,
  context: RuleContext,
): Promise<SalonAnswer> {
  const { lastEventAt, silent } = quietness(salon, await deps.lastEvents(salon), deps.now());
  return {
    id: salon.key,
    account: salon.accountKey,
    ...v.parse(salonSettingsSchema, salon),
    tokenSet: salon.tokenSha256 !== undefined,
    tokenLast4: salon.tokenLast4,
    webhookUrl: `${deps.webhookBaseUrl}/webhooks/profsalon/${salon.hookKeys[0]?.key ?? ''}`,
    version: salon.version,
    createdAt: salon.createdAt,
    updatedAt: salon.updatedAt,
    lastEventAt,
    silent,
    problems: problemsOf(salon, context),
  };
}
