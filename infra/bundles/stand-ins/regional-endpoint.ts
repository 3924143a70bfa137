interface EndpointParameters {
  /** What the environment names, as `AWS_ENDPOINT_URL_SQS` does. */
  Endpoint?: string;
  Region?: string;
}

/**
 * Takes the place of `defaultEndpointResolver` of the SDK's clients in the bundles (infra/bundles/lean-sdk.ts), which decides
 * by a table of conditions and a list of all regions. A function of ours meets two cases: the endpoint that it was told, or
 * that of its own region. `service`: as in the host, `sqs`.
 */
export function regionalEndpoint(service: string) {
  return ({ Endpoint, Region = '' }: EndpointParameters) => ({
    url: new URL(
      Endpoint ?? `https://${service}.${Region}.${Region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'}`,
    ),
  });
}
