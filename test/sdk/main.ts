import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { startStandIn } from '../../local/comagic/server.ts';
import { standIn } from '../../local/comagic/stand-in.ts';
import { mustRun } from '../deploy/run.ts';
import { venvOf } from '../python/venv.ts';

// npm run test:sdk: what somebody else's client of the Data API, PyPI's comagic-data-api-sdk, reads of the stand-in.
const remote = standIn({ now: () => new Date('2026-03-20T09:00:00.000Z') });
remote.held.sites.set(21507, 'myata-salon.ru');
remote.held.campaigns.set(318712, { name: 'Онлайн-запись', status: 'active', siteId: 21507 });
const upload = (row: object) => ({
  jsonrpc: '2.0',
  id: 1,
  method: 'upload.offline_messages',
  params: { access_token: 'demo-key', offline_messages: [row] },
});
remote.handle(upload({ date_time: '2026-03-14 12:31:05', name: 'Анна', phone: '79161234567', campaign_id: 318712 }));

/** Written by hand from what was put there. */
const meant = {
  account: [4735, 'Студия', 'Europe/Moscow'],
  campaigns: [
    [-1, 'Посетители без рекламной кампании', 'active'],
    [318712, 'Онлайн-запись', 'active'],
  ],
  sites: [[21507, 'myata-salon.ru']],
  requests: [['Анна', '79161234567', 318712, 'not_processed', 'DataAPI']],
};

const server = await startStandIn(remote);
const programs = await venvOf('sdk');
const said = await mustRun(join(programs, 'python'), ['test/sdk/read.py', server.url, 'demo-key'], process.env);
await server.close();
// The client prints what it reads of sites before.
const last = said.trim().split('\n').at(-1) ?? '';
const read = v.parse(v.record(v.string(), v.unknown()), JSON.parse(last));
const checks = Object.entries(meant).map(([name, value]) => [name, isDeepStrictEqual(read[name], value)] as const);
for (const [name, holds] of checks) {
  console.log(holds ? `ok   ${name}` : `FAIL ${name}: ${JSON.stringify(read[name])}`);
}
const passed = checks.filter(([, holds]) => holds).length;
console.log(`${passed} passed, ${checks.length - passed} failed`);
process.exitCode = passed === checks.length ? 0 : 1;
