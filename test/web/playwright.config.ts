import { defineConfig } from '@playwright/test';

/** Two pages at a time, against the stack that main.ts has started; one where a test holds its queues back from everybody. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../.local/web/failures',
  workers: 2,
  projects: [
    { name: 'together', testMatch: '*.spec.ts', testIgnore: 'alone-*' },
    { name: 'alone', testMatch: 'alone-*.spec.ts', workers: 1, dependencies: ['together'] },
  ],
  timeout: 30_000,
  expect: { timeout: 8000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../../.local/web/report.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] },
    viewport: { width: 1200, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'ru-RU',
    screenshot: 'only-on-failure',
  },
});
