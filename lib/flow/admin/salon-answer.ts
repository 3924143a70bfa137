import * as v from 'valibot';
import { salonItemSchema, salonSettingsSchema, type SalonAnswer, type SalonItem } from '../../model/api-settings.ts';
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

/** A salon as the list shows it. */
export function salonItem(salon: StoredSalon, context: RuleContext): SalonItem {
  const problems = problemsOf(salon, context).length;
  return v.parse(salonItemSchema, { ...salon, id: salon.key, tokenSet: isTokenSet(salon), problems });
}

function isTokenSet({ tokenSha256 }: StoredSalon): boolean {
  return tokenSha256 !== undefined;
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
    tokenSet: isTokenSet(salon),
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
