import * as v from 'valibot';
import type { RouteAct } from '../../model/acts.ts';
import { salonSchema, type Account, type Salon, type SalonWrite, type StoredSalon } from '../../model/settings.ts';
import { ruleContextOf, type RuleContextDeps } from './rule-context.ts';
import { salonAnswer, type SalonAnswerDeps } from './salon-answer.ts';
import { brokenBy, refusedFor } from './salon-rules.ts';
import { changesOf, withSettings } from './salon-settings.ts';
import { brokenToken } from './token-sent.ts';

export interface CreateSalonDeps extends SalonAnswerDeps, RuleContextDeps {
  addSalon: (salon: StoredSalon) => Promise<SalonWrite>;
  newKey: () => string;
  newHookKey: () => string;
}

/** Connects a salon: a webhook URL of its own and the settings sent, over those of a new salon. */
export function createSalon(deps: CreateSalonDeps): RouteAct<'POST /api/salons'> {
  return async ({ account, caller, body }) => {
    const salon = withSettings(newSalon(deps, account), body);
    const context = await ruleContextOf(deps, account);
    const refused = refusedFor([...brokenBy({}, salon, context), ...brokenToken(body.token, {})]);
    if (refused !== undefined) return refused;
    const stored = audited(salon, caller.subject);
    const saved = await deps.addSalon(stored);
    return saved === 'saved' ? { created: await salonAnswer(deps, stored, context) } : { error: saved };
  };
}

function newSalon({ now, newKey, newHookKey }: CreateSalonDeps, account: Account): Salon {
  const at = now().toISOString();
  return v.parse(salonSchema, {
    v: 1,
    key: newKey(),
    accountKey: account.key,
    version: 1,
    isActive: false,
    sendRequests: false,
    sendDeals: false,
    attributeTo: 'campaign',
    useDefaultPipeline: true,
    requestsFrom: 'any',
    requireToken: true,
    timezone: account.timezone,
    currency: 'RUB',
    stageTypes: {},
    bookingStatuses: {},
    hookKeys: [{ key: newHookKey() }],
    createdAt: at,
    updatedAt: at,
  } satisfies v.InferInput<typeof salonSchema>);
}

function audited(salon: Salon, subject: string): StoredSalon {
  const { key: salonKey, version, createdAt: at } = salon;
  const line = { v: 1, at, subject, salonKey, what: 'salon_created', version, changes: changesOf({}, salon) } as const;
  return { ...salon, lastAudit: line };
}
