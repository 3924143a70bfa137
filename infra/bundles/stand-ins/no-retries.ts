/**
 * Takes the place of `@smithy/core/retry` in the door's bundle (infra/bundling.ts). The door tries a call again itself, within
 * the two seconds that it has (lib/flow/door/budget.ts), and its clients never did.
 */
export const RETRY_MODES = { STANDARD: 'standard', ADAPTIVE: 'adaptive' } as const;
export const DEFAULT_RETRY_MODE = RETRY_MODES.STANDARD;
export const NODE_MAX_ATTEMPT_CONFIG_OPTIONS = { environmentVariableSelector: () => 1 };
export const NODE_RETRY_MODE_CONFIG_OPTIONS = { environmentVariableSelector: () => DEFAULT_RETRY_MODE };

export function resolveRetryConfig<T>(config: T): T {
  return config;
}

interface Stack {
  add: (middleware: (next: unknown) => unknown, options: object) => void;
}

/** The SDK's signing takes its place behind this middleware, which passes a call on. */
export function getRetryPlugin() {
  const place = { name: 'retryMiddleware', step: 'finalizeRequest', priority: 'high', override: true };
  return {
    applyToStack: (stack: Stack) => {
      stack.add((next) => next, place);
    },
  };
}
