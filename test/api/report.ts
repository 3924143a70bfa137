import { readFileSync } from 'node:fs';
import type { Documented } from './document.ts';

/** Of the events of a run, what is looked at. */
interface Scenario {
  recorder: {
    cases?: Record<string, { value: { method: string; path: string } }>;
    interactions?: Record<string, { response?: { status_code: number } | null }>;
    checks?: Record<string, { name: string; status: string }[]>;
  };
}
interface Event {
  ScenarioFinished?: Scenario;
  NonFatalError?: { label: string; value: { message: string } };
}

export interface Tried {
  /** Of all answers. */
  statuses: Set<string>;
  /** Names of the checks that failed, and what broke off. */
  faults: Set<string>;
}

/** What was answered to each operation (`GET /api/me`), from the events of a run. */
export function triedOperations(path: string): Map<string, Tried> {
  const operations = new Map<string, Tried>();
  const operation = (label: string): Tried => {
    const tried = operations.get(label) ?? { statuses: new Set<string>(), faults: new Set<string>() };
    operations.set(label, tried);
    return tried;
  };
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const { ScenarioFinished: scenario, NonFatalError: error } = JSON.parse(line) as Event;
    if (error !== undefined) operation(error.label).faults.add(error.value.message.split('\n')[0] ?? '');
    if (scenario !== undefined) take(scenario, operation);
  }
  return operations;
}

function take(
  { recorder: { cases = {}, interactions = {}, checks = {} } }: Scenario,
  operation: (label: string) => Tried,
) {
  for (const [id, { value }] of Object.entries(cases)) {
    const { statuses, faults } = operation(`${value.method} ${value.path}`);
    statuses.add(String(interactions[id]?.response?.status_code ?? 'none'));
    for (const check of checks[id] ?? []) if (check.status !== 'success') faults.add(check.name);
  }
}

/** What is wrong with an operation: checks that failed, successes that nothing was answered with. */
export function faultsOf({ successes }: Documented, tried: Tried | undefined): string[] {
  const missing = successes.filter((status) => tried?.statuses.has(status) !== true);
  return [...(tried?.faults ?? []), ...missing.map((status) => `never answered ${status}`)];
}
