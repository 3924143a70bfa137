/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '^.+\\.[jt]s$': ['@swc/jest', { jsc: { target: 'es2023' } }] },
  transformIgnorePatterns: ['/node_modules/(?!(@middy|jose)/)'],
  // Its packages export themselves to `import` alone, and jest requires.
  moduleNameMapper: { '^@middy/([a-z-]+)$': '<rootDir>/node_modules/@middy/$1/index.js' },
  // A loop that never ends fails its test when it lets timers run, its suite when it does not; neither holds up the run.
  testTimeout: 60_000,
  setupFilesAfterEnv: ['<rootDir>/test/watchdog/watch.ts'],
  forceExit: true,
  // Suites that wait for engines leave a core free for those that compute.
  maxWorkers: '100%',
};
