/**
 * Takes the place of `@aws/lambda-invoke-store` in the bundles (infra/bundling.ts): it tells invocations apart that run at
 * once in one process, which ours never do. The SDK then takes the trace id from the environment, as Lambda sets it.
 */
export const InvokeStore = { getInstanceAsync: () => Promise.resolve(undefined) };
