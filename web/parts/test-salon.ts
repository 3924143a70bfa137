/** Of the salon of a test delivery, before the key of the salon that is tested (lib/model/ids.ts). */
const testPrefix = 'test_';

export function isTestSalon(key: string): boolean {
  return key.startsWith(testPrefix);
}

/** The key of the salon that is tested; of any other its own. */
export function testedSalon(key: string): string {
  return isTestSalon(key) ? key.slice(testPrefix.length) : key;
}
