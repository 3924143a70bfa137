import { expect, it } from '@jest/globals';
import { inThread, unusual } from './many-schedules.ts';

it('Jobs whose steps die, come twice, late and at once do each line once, count it, and leave it in one set', async () => {
  const ran = await inThread({ first: 3000, count: 1000 });
  expect(ran.wrong).toEqual([]);
  expect(unusual(ran)).toEqual([]);
}, 600_000);
