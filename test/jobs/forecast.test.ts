import { describe, expect, it } from '@jest/globals';
import { forecastTrial, type Trial } from './forecast-trial.ts';

const long = 300_000;
const events = 100;
const seeds = [1, 2, 3];

/** What was told and what was made, without the records that are as they were: of those a forecast knows what it touched alone. */
function compared({ job: { forecast }, made }: Trial) {
  const { outcomes, records, changes } = forecast!;
  const without = ({ unchanged: _, ...rest }: typeof records) => rest;
  return [
    { outcomes, records: without(records), changes },
    { ...made, records: without(made.records) },
  ];
}

describe('A forecast of a simulated stream', () => {
  it.each(seeds)(
    'is what the replay makes, outcome by outcome and record by record (%s)',
    async (seed) => {
      const trial = await forecastTrial(events, seed);
      const [told, made] = compared(trial);
      expect(told).toEqual(made);
      expect(trial.job).toMatchObject({ state: 'done', changedMeanwhile: false, forecast: { lines: trial.lines } });
      expect(told!.changes.length).toBeGreaterThan(10);
    },
    long,
  );

  it(
    'is not touched by a save of settings in the middle',
    async () => {
      const trial = await forecastTrial(events, 1, 'a save');
      const [told, made] = compared(trial);
      expect(told).toEqual(made);
      expect(trial.job).toMatchObject({ state: 'done', changedMeanwhile: false, pinned: { version: 2 } });
    },
    long,
  );

  it.each(seeds)(
    'is said to rest on other records when a delivery of one came in the middle (%s)',
    async (seed) => {
      expect((await forecastTrial(events, seed, 'a delivery')).job).toMatchObject({
        state: 'done',
        changedMeanwhile: true,
      });
    },
    long,
  );
});
