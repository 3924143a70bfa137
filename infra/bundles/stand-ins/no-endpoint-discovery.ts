/**
 * Takes the place of `@aws-sdk/middleware-endpoint-discovery` in the bundles (infra/bundling.ts): no command of ours asks
 * DynamoDB where it is, and the cache of the answers brings a library of data structures along.
 */
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = { environmentVariableSelector: () => false };

export function resolveEndpointDiscoveryConfig<T>(config: T): T {
  return config;
}
