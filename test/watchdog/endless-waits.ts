import { setTimeout as sleep } from 'node:timers/promises';
import { it } from '@jest/globals';

it('waits for what never comes', async () => {
  for (;;) await sleep(10);
}, 500);
