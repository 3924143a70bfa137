import { expect, it } from '@jest/globals';
import { jobText, progressOf } from '../../commands/admin/jobs.ts';

const forecast = {
  lines: 4,
  more: false,
  outcomes: { done: 3, 'ignored:other_salon': 1 },
  records: { created: 1, changed: 2, removed: 0, unchanged: 5 },
  changes: [{ type: 'deal', id: 'a.d.7', effect: 'changed', fields: ['name', 'revenue'] }],
};

it.each([
  [
    { state: 'running', counts: { done: 1, overtaken: 1 }, forecast },
    `running: [${'#'.repeat(15)}${'.'.repeat(15)}] 2 of 4`,
  ],
  [{ state: 'running', counts: { done: 9 }, forecast }, `running: [${'#'.repeat(30)}] 9 of 4`],
  [{ state: 'running', counts: { done: 9 }, forecast: { ...forecast, more: true } }, 'running: 9'],
  [{ state: 'running', counts: {} }, 'running: 0'],
])('%j is told as far as it is known', (job, line) => {
  expect(progressOf(job)).toBe(line);
});

it('a forecast is told in words and tables', () => {
  expect(jobText({ id: '1', what: 'replay', state: 'ready', counts: {}, forecast }).split('\n')).toEqual([
    'Job 1 (replay): ready.',
    'It would do 4 deliveries again.',
    'What becomes of them:',
    '  done                 3',
    '  ignored:other_salon  1',
    'Records: 1 created, 2 changed, 0 removed, 5 unchanged.',
    '  effect   type  id     fields',
    '  changed  deal  a.d.7  name, revenue',
    'Nothing is written yet. Go on with: jobs start 1',
  ]);
});

it('a job without a forecast says so', () => {
  expect(jobText({ id: '1', what: 'refold', state: 'ready', counts: {} }).split('\n')[1]).toBe(
    'It can tell no forecast.',
  );
});
