/** A route found for a request: its key and the decoded parts of the path. */
export interface Match<Target> {
  routeKey: string;
  parameters: Record<string, string>;
  target: Target;
}

/** Routes by API Gateway's keys (`GET /api/salons/{id}`); a parameter is one part of a path, never empty, a greedy one (`{key+}`) all that is left. */
export function createRouter<Target>(routes: ReadonlyMap<string, Target>) {
  const compiled = [...routes].map(([routeKey, target]) => ({ ...compile(routeKey), routeKey, target }));
  // A route without parameters wins, as in API Gateway.
  compiled.sort((a, b) => a.names.length - b.names.length);
  return (method: string, path: string): Match<Target> | undefined => {
    for (const { pattern, names, routeKey, target } of compiled) {
      const found = pattern.exec(`${method} ${path}`);
      if (!found) continue;
      const parameters = Object.fromEntries(names.map((name, at) => [name, decoded(found[at + 1] ?? '')]));
      return { routeKey, parameters, target };
    }
    return undefined;
  };
}

function compile(routeKey: string): { pattern: RegExp; names: string[] } {
  const names = [...routeKey.matchAll(/\{(\w+)\+?\}/g)].map(([, name = '']) => name);
  const pattern = routeKey.replaceAll(/\{\w+\+\}/g, '(.+)').replaceAll(/\{\w+\}/g, '([^/]+)');
  return { pattern: new RegExp(`^${pattern}$`), names };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
