/**
 * Takes the place of `@smithy/core/config` in the bundles (infra/bundling.ts): Lambda configures a function by environment
 * variables alone, so nothing looks for ~/.aws/config, profiles, SSO tokens or the metadata service of a machine.
 */
type Environment = Record<string, string | undefined>;

/** One setting of the SDK: how it reads in the environment, and what it is otherwise. */
interface Setting<T> {
  environmentVariableSelector: (environment: Environment, options?: object) => T | undefined;
  default?: T | (() => T | Promise<T>);
}

/** A provider of the setting. Rejects when a variable cannot be read. */
export function loadConfig<T>(setting: Setting<T>, options?: object): () => Promise<T | undefined> {
  return async () => {
    const said = setting.environmentVariableSelector(process.env, options);
    if (said !== undefined) return said;
    const otherwise = setting.default;
    return otherwise instanceof Function ? otherwise() : otherwise;
  };
}

export const SelectorType = { ENV: 'env', CONFIG: 'shared config entry' } as const;

/** Throws an Error that names the variable when it is neither `true` nor `false`. */
export function booleanSelector(environment: Environment, name: string): boolean | undefined {
  const said = environment[name];
  if (said === undefined) return undefined;
  if (said !== 'true' && said !== 'false') throw new Error(`${name} is neither true nor false`);
  return said === 'true';
}

const flag = (name: string): Setting<boolean> => ({
  environmentVariableSelector: (environment) => booleanSelector(environment, name),
  default: false,
});
export const NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS = flag('AWS_USE_DUALSTACK_ENDPOINT');
export const NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS = flag('AWS_USE_FIPS_ENDPOINT');

export const REGION_ENV_NAME = 'AWS_REGION';
/** Named by parts of the SDK that read files; nobody reads them here. */
export const REGION_INI_NAME = 'region';
export const CONFIG_PREFIX_SEPARATOR = '.';
export const NODE_REGION_CONFIG_FILE_OPTIONS = {};
export const NODE_REGION_CONFIG_OPTIONS: Setting<string> = {
  environmentVariableSelector: (environment) => environment[REGION_ENV_NAME],
  default: () => {
    throw new Error(`${REGION_ENV_NAME} is missing`);
  },
};

/** The SDK turns what it was given into providers. */
export function resolveRegionConfig<T extends { region: Given<string>; useFipsEndpoint: Given<boolean> }>(config: T) {
  return Object.assign(config, { region: provider(config.region), useFipsEndpoint: provider(config.useFipsEndpoint) });
}
type Given<V> = V | (() => Promise<V>);

function provider<V extends string | boolean>(given: Given<V>): () => Promise<V> {
  return typeof given === 'function' ? given : () => Promise.resolve(given);
}

/** What the SDK does when nobody chose a mode. */
export function resolveDefaultsModeConfig(): () => Promise<'legacy'> {
  return () => Promise.resolve('legacy');
}

/** Of providers that try one source after the other. */
export class ProviderError extends Error {
  override name = 'ProviderError';
}
