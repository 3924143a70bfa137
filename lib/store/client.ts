import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

export interface ClientLimits {
  /** Tries of one call, the first included. */
  attempts: number;
  /** Milliseconds that one try may take. */
  timeoutMs: number;
  /** Milliseconds for the connection alone. */
  connectMs: number;
}

/** Of functions behind a queue: a call has had all its tries in 2 s, half of a message's share of a full batch (`batchRunner`). */
export const workerLimits: ClientLimits = { attempts: 2, timeoutMs: 1000, connectMs: 500 };

/** Region, credentials and endpoint come from the SDK's own environment variables (AWS_ENDPOINT_URL_DYNAMODB). */
export function dynamoClient({ attempts, timeoutMs, connectMs }: ClientLimits): DynamoDBClient {
  return new DynamoDBClient({
    maxAttempts: attempts,
    // Without the flag the SDK only warns when a call takes too long.
    requestHandler: { requestTimeout: timeoutMs, connectionTimeout: connectMs, throwOnRequestTimeout: true },
  });
}
