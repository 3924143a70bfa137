/** What the SDK calls a provider of credentials; the type of its own package, which is not ours to import. */
interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string | undefined;
}

/**
 * Takes the place of `@aws-sdk/credential-provider-node` in the bundles (infra/bundling.ts): Lambda gives a function its
 * credentials as environment variables, and the chain of other sources is 43 % of a bundle. Read anew at each call of
 * the provider. Throws an Error that names no value when there are none.
 */
export function defaultProvider(): () => Promise<Credentials> {
  return () => Promise.resolve().then(environmentCredentials);
}

function environmentCredentials(): Credentials {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = process.env;
  if (!accessKeyId || !secretAccessKey) throw new Error('no credentials in the environment');
  return { accessKeyId, secretAccessKey, sessionToken: process.env['AWS_SESSION_TOKEN'] };
}
