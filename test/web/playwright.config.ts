import { defineConfig } from '@playwright/test';

/** One browser, one page at a time, against the stack that main.ts has started. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../.local/web/failures',
  workers: 2,
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
