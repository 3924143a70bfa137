import type { EnvironmentName } from './settings.ts';

export function stackName(environment: EnvironmentName): string {
  return `profsalon-connector-${environment}`;
}
