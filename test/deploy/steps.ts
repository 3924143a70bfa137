/** Exit of a run that failed and printed its figures; any other but 0 printed none. */
export const failedWithFigures = 2;

/** Counts what was shown and prints it: each step is a sentence about behaviour, and a failed one does not end the run. */
export function stepCounter(print: (line: string) => void) {
  let passed = 0;
  let failed = 0;
  return {
    /** Runs a step; answers what it gave, undefined when it failed. */
    step: async <T>(sentence: string, run: () => Promise<T>): Promise<T | undefined> => {
      try {
        const result = await run();
        passed += 1;
        print(`ok      ${sentence}`);
        return result;
      } catch (error) {
        failed += 1;
        print(`FAILED  ${sentence}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        return undefined;
      }
    },
    /** Adds the figures of a suite that ran elsewhere. */
    add: (figures: { passed: number; failed: number }) => {
      passed += figures.passed;
      failed += figures.failed;
    },
    figures: () => ({ passed, failed }),
  };
}
