import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { SignIn } from '../lib/model/sign-in.ts';
import type { TableName } from '../lib/model/tables.ts';

/** All that differs from one environment to another. Everything else is the same code. */
export interface Settings {
  /** Twelve digits; without it, the account of the credentials that deploy. */
  account?: string;
  region: string;
  /** The name under which senders know the webhook: typed into ProfSalon by hand, so it must outlive the stack. */
  webhookDomain?: OwnDomain;
  /** The name of the cabinet; without it CloudFront's own. */
  cabinetDomain?: OwnDomain;
  logRetention: RetentionDays;
  /** Tables, their data and the users survive a mistake: they can be neither deleted nor replaced. */
  deletionProtection: boolean;
  /** Who is told of alarms; without it only the topic is made. */
  alarmEmail?: string;
  /** Where people read docs/runbook.md: alarms link to its sections. Without it they name the file alone. */
  runbookUrl?: string;
  /** Hours without an accepted delivery, 1 … 168, after which people are told; without it they are not. */
  hoursWithoutDelivery?: number;
  /** Requests a second, and at once, that the API takes before it answers 429. */
  throttle: { rate: number; burst: number };
  /** How many copies of one worker run at a time, 2 … 1000. */
  workerConcurrency: number;
  /**
   * CoMagic is called from one address, which its cabinets put on their lists; it costs a NAT (docs/deploy.md). Without it from any
   * address of AWS, which no list of a cabinet can name.
   */
  fixedAddress?: boolean;
  /** Names of the clients of machines: each gets an id and a secret, and no rights until a member row gives it some. */
  machineClients: readonly string[];
  /** Who signs the tokens of the API, where it is not the stack's own Cognito user pool. */
  issuer?: Issuer;
  /** Tables restored from a backup under another name, which the functions then use (docs/deploy.md). */
  restored?: Partial<Record<TableName, string>>;
}

export interface OwnDomain {
  name: string;
  /** Of a certificate in ACM: for the webhook in the stack's region, for the cabinet in us-east-1. */
  certificateArn: string;
}

export interface Issuer {
  /** As it stands in `iss`. */
  url: string;
  jwksUrl: string;
  /** OAuth client ids whose access tokens are taken. */
  clientIds: readonly string[];
  /** How the page signs people in there. */
  signIn: Omit<SignIn, 'issuer'>;
}

/** Production cannot do without these. */
interface ProductionSettings extends Settings {
  account: string;
  webhookDomain: OwnDomain;
  alarmEmail: string;
  runbookUrl: string;
  hoursWithoutDelivery: number;
  fixedAddress: boolean;
}

export interface Environments {
  dev: Settings;
  staging: Settings;
  prod: ProductionSettings;
}
export type EnvironmentName = keyof Environments;
