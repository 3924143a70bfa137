import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { faultsOf, triedOperations } from './report.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A call of GET /api/me as the events of a run tell it. */
function called(status_code: number | undefined, check: { name: string; status: string }): string {
  const response = status_code === undefined ? null : { status_code };
  const recorder = {
    cases: { a: { value: { method: 'GET', path: '/api/me' } } },
    interactions: { a: { response } },
    checks: { a: [check] },
  };
  return JSON.stringify({ ScenarioFinished: { recorder } });
}
const broken = JSON.stringify({ NonFatalError: { label: 'GET /api/me', value: { message: 'Invalid schema\nmore' } } });
const good = { name: 'not_a_server_error', status: 'success' };

it.each([
  [[called(200, good), called(201, good)], []],
  [[called(200, good), called(401, good)], ['never answered 201']],
  [[called(undefined, good)], ['never answered 200', 'never answered 201']],
  [[], ['never answered 200', 'never answered 201']],
  [[called(200, good), called(201, { ...good, status: 'failure' })], ['not_a_server_error']],
  [[called(200, good), called(201, good), broken], ['Invalid schema']],
])('%#: an operation passes when no check failed and each of its 2xx was answered', (lines, faults) => {
  const file = join(folder, 'events.ndjson');
  writeFileSync(file, `${['{"Initialize":{}}', ...lines].join('\n')}\n`);
  const operation = { label: 'GET /api/me', successes: ['200', '201'] };
  expect(faultsOf(operation, triedOperations(file).get('GET /api/me'))).toEqual(faults);
});
