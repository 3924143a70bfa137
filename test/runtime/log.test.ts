import { describe, expect, it } from '@jest/globals';
import { jsonLog } from '../../lib/runtime/log.ts';
import { embeddedMetrics } from '../../lib/runtime/metrics.ts';

function written(act: (log: (line: Record<string, unknown>) => void) => void): string[] {
  const lines: string[] = [];
  act(jsonLog('webhook', (text) => lines.push(text)));
  return lines;
}

describe('jsonLog', () => {
  it('writes one line of JSON with the name of the function', () => {
    const lines = written((log) => {
      log({ what: 'event', kind: 'deal', reason: undefined });
    });
    expect(lines).toEqual(['{"function":"webhook","what":"event","kind":"deal"}\n']);
  });

  it('keeps a line one line, whatever it holds', () => {
    const [line] = written((log) => {
      log({ error: 'a\nb\r\u2028' });
    });
    expect(line?.split('\n')).toHaveLength(2);
  });
});

describe('embeddedMetrics', () => {
  const now = () => new Date('2026-03-17T14:05:45.000Z');

  it("writes counts in CloudWatch's embedded metric format, by function", () => {
    const lines = written((log) => {
      embeddedMetrics(log, now)({ accepted: 3, unknownHook: 1 });
    });
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        function: 'webhook',
        _aws: {
          Timestamp: 1773756345000,
          CloudWatchMetrics: [
            {
              Namespace: 'ProfSalonConnector',
              Dimensions: [['function']],
              Metrics: [
                { Name: 'EventsAccepted', Unit: 'Count' },
                { Name: 'UnknownHookKeys', Unit: 'Count' },
              ],
            },
          ],
        },
        EventsAccepted: 3,
        UnknownHookKeys: 1,
      },
    ]);
  });

  it('writes nothing for what has not happened', () => {
    const lines = written((log) => {
      embeddedMetrics(log, now)({ accepted: 0 });
    });
    expect(lines).toEqual([]);
  });
});
