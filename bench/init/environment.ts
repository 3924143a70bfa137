import type { Environment } from '../../lib/model/env.ts';
import { clientId, issuer } from '../../test/admin/issuer.ts';

/** What Lambda gives a function, with both services and the issuer's keys on loopback. */
export function environmentOf({ endpoint, jwksUrl }: { endpoint: string; jwksUrl: string }): Record<string, string> {
  const own: Environment<'webhook'> &
    Environment<'bookings'> &
    Environment<'admin'> &
    Environment<'jobs'> &
    Environment<'delivery'> = {
    SETTINGS_TABLE: 'settings',
    RECORDS_TABLE: 'records',
    JOURNAL_TABLE: 'journal',
    BOOKINGS_QUEUE_URL: `${endpoint}/000000000000/bookings`,
    DEALS_QUEUE_URL: `${endpoint}/000000000000/deals`,
    JOBS_TABLE: 'jobs',
    JOBS_QUEUE_URL: `${endpoint}/000000000000/jobs`,
    BOOKINGS_DEAD_LETTERS_URL: `${endpoint}/000000000000/bookings-dead`,
    DEALS_DEAD_LETTERS_URL: `${endpoint}/000000000000/deals-dead`,
    LEASE_SECONDS: '360',
    DELIVERY_QUEUE_URL: `${endpoint}/000000000000/delivery`,
    ACCESS_KEYS_PATH: '/profsalon-connector/comagic',
    COMAGIC_API_URL: endpoint,
    UISCOM_API_URL: endpoint,
    CALLING_ADDRESS: 'none',
    WEBHOOK_BASE_URL: 'https://hooks.example.ru',
    TOKEN_ISSUER: issuer,
    TOKEN_JWKS_URL: jwksUrl,
    TOKEN_CLIENT_IDS: clientId,
  };
  return {
    ...own,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret-of-the-function',
    AWS_SESSION_TOKEN: 'session-of-the-function',
    AWS_LAMBDA_FUNCTION_NAME: 'function',
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ENDPOINT_URL_SQS: endpoint,
    AWS_ENDPOINT_URL_SSM: endpoint,
  };
}
