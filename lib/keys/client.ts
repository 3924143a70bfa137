import { SSMClient } from '@aws-sdk/client-ssm';

/** Region, credentials and endpoint come from the SDK's own environment variables (AWS_ENDPOINT_URL_SSM). */
export function ssmClient(): SSMClient {
  return new SSMClient({
    maxAttempts: 3,
    requestHandler: { requestTimeout: 3000, connectionTimeout: 1000, throwOnRequestTimeout: true },
  });
}
