import type { ruTest } from './ru-test.ts';

export const enTest: typeof ruTest = {
  title: 'Test',
  about:
    'Sends an invented booking and deal the same way as ProfSalon’s deliveries go. The lists of requests and deals do not show them.',
  send: 'Send a test',
  again: 'Send another',
  remove: 'Remove test data',
  removed: 'The test data is removed.',
  underWay: 'The test before is still under way: wait until it arrives.',
  steps: { received: 'Received', queued: 'Queued', request: 'Request', deal: 'Deal' },
  states: { done: 'done', waiting: 'waiting', ignored: 'left out', failed: 'failed' },
  waiting: 'Waiting: the message is in the queue, no worker has taken it yet.',
  notSent: 'The queue did not take the message. Send the test again.',
  ignored: (reason) => `Not made: ${reason}.`,
  made: { request: 'A request was made', deal: 'A deal was made' },
  open: 'Open it',
  where: 'See it in the journal',
  lastReal: (when) => `Last real delivery: ${when}.`,
  noneReal: 'There was no real delivery in 30 days.',
};
