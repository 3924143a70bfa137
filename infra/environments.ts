import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { EnvironmentName, Environments, Settings } from './settings.ts';

/** Amazon's documentation account and the name reserved by RFC 2606: what must be replaced before a deployment. */
const placeholder = { account: '111122223333', domain: 'example.com' } as const;

const region = 'eu-central-1';

/** One record an environment. Give each an account of its own: metrics of two in one would add up. */
export const environments = {
  dev: {
    region,
    logRetention: RetentionDays.ONE_WEEK,
    deletionProtection: false,
    throttle: { rate: 50, burst: 100 },
    workerConcurrency: 2,
    machineClients: ['operator', 'admin'],
  },
  staging: {
    region,
    logRetention: RetentionDays.ONE_MONTH,
    deletionProtection: false,
    throttle: { rate: 100, burst: 200 },
    workerConcurrency: 5,
    machineClients: ['operator'],
  },
  prod: {
    account: placeholder.account,
    region,
    webhookDomain: {
      name: `hooks.${placeholder.domain}`,
      certificateArn: `arn:aws:acm:${region}:${placeholder.account}:certificate/00000000-0000-0000-0000-000000000000`,
    },
    logRetention: RetentionDays.THREE_MONTHS,
    deletionProtection: true,
    alarmEmail: `alarms@${placeholder.domain}`,
    runbookUrl: `https://git.${placeholder.domain}/profsalon-connector/docs/runbook.md`,
    // Longer than a night: salons are closed then.
    hoursWithoutDelivery: 14,
    throttle: { rate: 500, burst: 1000 },
    workerConcurrency: 20,
    fixedAddress: true,
    machineClients: ['operator'],
  },
} as const satisfies Environments;

const names = Object.keys(environments).filter((name): name is EnvironmentName => name in environments);

/** The environment that an option names. Throws an Error for people, with the option as one types it, when it names none. */
export function environmentName(value: unknown, option = '-c env='): EnvironmentName {
  const name = names.find((known) => known === value);
  if (name !== undefined) return name;
  const given = typeof value === 'string' && value !== '' ? `"${value}" is none` : 'it is missing';
  throw new Error(`Which environment? Say ${option}${names.join('|')} (${given}).`);
}

/** The settings to deploy with. Throws an Error that names what still has to be filled in. */
export function settingsOf(name: EnvironmentName, known: Environments = environments): Settings {
  const settings: Settings = known[name];
  const open = Object.entries(settings).flatMap(([key, value]) => (isPlaceholder(value) ? [key] : []));
  if (open.length === 0) return settings;
  throw new Error(`infra/environments.ts, ${name}: put your own values for ${open.join(', ')}.`);
}

function isPlaceholder(value: unknown): boolean {
  const text = JSON.stringify(value);
  return text.includes(placeholder.account) || text.includes(placeholder.domain);
}
