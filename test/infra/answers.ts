import { describe, expect, it } from '@jest/globals';
import { apiRoutes, webhookRoutes } from '../../lib/model/routes.ts';
import { readable } from './refs.ts';
import { ofType, only, type Synthesised } from './synth.ts';

interface Filter {
  FilterPattern: string;
  LogGroupName: unknown;
  MetricTransformations: { MetricName: string; MetricNamespace: string; MetricValue: string }[];
}

/** By hand: metric → which lines of the access log it counts. */
const expected = {
  WebhookServerErrors: '{ ($.status = "5*") && ($.routeKey = "* /webhooks/*") }',
  CabinetServerErrors: '{ ($.status = "5*") && ($.routeKey != "* /webhooks/*") }',
  TooManyRequests: '{ $.status = "429" }',
};

function filters(stack: Synthesised): Filter[] {
  return ofType(stack, 'AWS::Logs::MetricFilter').map(([, { Properties }]) => Properties as unknown as Filter);
}

/** A pattern of CloudWatch Logs, as far as ours go: comparisons of texts, joined by `&&`. */
function matches(pattern: string, line: Record<string, string>): boolean {
  const terms = [...pattern.matchAll(/\$\.(\w+) (!?=) "([^"]*)"/g)];
  return terms.every(([, field = '', comparison, like = '']) => {
    const parts = like.split('*').map((part) => part.replaceAll(/[{}/]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`).test(line[field] ?? '') === (comparison === '=');
  });
}

/** An access log line as the stage's format makes it. */
function lineOf(stack: Synthesised, values: Record<string, string>): Record<string, string> {
  const { Format } = only(stack, 'AWS::ApiGatewayV2::Stage')['AccessLogSettings'] as { Format: string };
  const line = Format.replaceAll(/\$context\.([\w.]+)/g, (_, name: string) => values[name] ?? '-');
  return JSON.parse(line) as Record<string, string>;
}

export function answers(stack: () => Synthesised): void {
  const counting = (routeKey: string, status: string) =>
    filters(stack())
      .filter(({ FilterPattern }) => matches(FilterPattern, lineOf(stack(), { routeKey, status })))
      .map(({ MetricTransformations }) => MetricTransformations[0]?.MetricName);

  describe('Answers of the API', () => {
    it('are counted in its access log by these patterns, and no others', () => {
      const found = filters(stack()).map(({ FilterPattern, LogGroupName, MetricTransformations }) => {
        expect(readable(LogGroupName)).toBe('ApiAccessLog');
        expect(MetricTransformations).toEqual([
          { MetricName: expect.any(String), MetricNamespace: 'ProfSalonConnector', MetricValue: '1' },
        ]);
        return [MetricTransformations[0]?.MetricName, FilterPattern];
      });
      expect(Object.fromEntries(found)).toEqual(expected);
    });

    it.each(webhookRoutes)('5xx to %s are errors of the door', (routeKey) => {
      for (const status of ['500', '503', '504']) expect(counting(routeKey, status)).toEqual(['WebhookServerErrors']);
    });

    it.each([...Object.keys(apiRoutes), '-'])('5xx to %s are errors of the cabinet', (routeKey) => {
      for (const status of ['500', '503', '504']) expect(counting(routeKey, status)).toEqual(['CabinetServerErrors']);
    });

    it.each(['POST /webhooks/profsalon/{hookKey}', 'GET /api/me', '-'])('429 to %s are of the throttle', (routeKey) => {
      expect(counting(routeKey, '429')).toEqual(['TooManyRequests']);
    });

    it('of any other status are no errors', () => {
      for (const status of ['200', '204', '400', '401', '404', '415', '450'])
        expect(counting('POST /webhooks/profsalon/{hookKey}', status)).toEqual([]);
    });
  });
}
