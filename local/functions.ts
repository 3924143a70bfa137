import { env } from 'node:process';
import type { APIGatewayProxyEventV2, SQSEvent } from 'aws-lambda';
import type { Environment, FunctionName } from '../lib/model/env.ts';
import { functionLimits } from '../lib/model/functions.ts';
import type { Lambda } from './lambda/invoke.ts';

type Variables = Environment<'webhook'> &
  Environment<'bookings'> &
  Environment<'deals'> &
  Environment<'admin'> &
  Environment<'jobs'> &
  Environment<'delivery'>;

export interface Surroundings {
  variables: Variables;
  dynamoEndpoint: string;
  sqsEndpoint: string;
  ssmEndpoint: string;
}
export interface Functions {
  webhook: Lambda<APIGatewayProxyEventV2>;
  admin: Lambda<APIGatewayProxyEventV2>;
  bookings: Lambda<SQSEvent>;
  deals: Lambda<SQSEvent>;
  parked: Lambda<SQSEvent>;
  jobs: Lambda<SQSEvent>;
  delivery: Lambda<SQSEvent>;
}

/** Loads the functions that AWS runs. Their entry files read the environment once, so it is set before. */
export async function loadFunctions(surroundings: Surroundings): Promise<Functions> {
  setEnvironment(surroundings);
  const [webhook, admin, bookings, deals, parked, jobs, delivery] = await Promise.all([
    import('../functions/webhook.ts'),
    import('../functions/admin.ts'),
    import('../functions/bookings.ts'),
    import('../functions/deals.ts'),
    import('../functions/parked.ts'),
    import('../functions/jobs.ts'),
    import('../functions/delivery.ts'),
  ]);
  return {
    webhook: lambda('webhook', webhook),
    admin: lambda('admin', admin),
    bookings: lambda('bookings', bookings),
    deals: lambda('deals', deals),
    parked: lambda('parked', parked),
    delivery: lambda('delivery', delivery),
    // A step ends before another may be begun.
    jobs: { ...lambda('jobs', jobs), timeoutSeconds: stepSeconds(Number(surroundings.variables.LEASE_SECONDS)) },
  };
}

function stepSeconds(lease: number): number {
  return Math.min(functionLimits.jobs.timeoutSeconds, Math.ceil((lease * 2) / 3));
}

function lambda<Event>(name: FunctionName, { handler }: Pick<Lambda<Event>, 'handler'>): Lambda<Event> {
  return { name, handler, timeoutSeconds: functionLimits[name].timeoutSeconds };
}

function setEnvironment({ variables, dynamoEndpoint, sqsEndpoint, ssmEndpoint }: Surroundings): void {
  // A profile of the machine's owner would win over the keys below.
  delete env['AWS_PROFILE'];
  Object.assign(env, awsEnvironment, variables, {
    AWS_ENDPOINT_URL_DYNAMODB: dynamoEndpoint,
    AWS_ENDPOINT_URL_SQS: sqsEndpoint,
    AWS_ENDPOINT_URL_SSM: ssmEndpoint,
  });
}

const awsEnvironment = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_EC2_METADATA_DISABLED: 'true',
};

/** Client settings for the embedded engines. */
export const engineClient = {
  region: awsEnvironment.AWS_REGION,
  credentials: { accessKeyId: awsEnvironment.AWS_ACCESS_KEY_ID, secretAccessKey: awsEnvironment.AWS_SECRET_ACCESS_KEY },
};
