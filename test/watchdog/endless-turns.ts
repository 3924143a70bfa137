import { it } from '@jest/globals';

it('walks pages that never end', async () => {
  for (;;) await Promise.resolve();
});
