import './lead.ts';
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { CognitoIdentityProviderClient, ListUsersCommand } from '@aws-sdk/client-cognito-identity-provider';
import { securityPolicy } from '../../lib/model/security-policy.ts';
import { outputNames } from '../../infra/outputs/output-names.ts';
import { startStandIn } from '../../local/comagic/server.ts';
import { standIn } from '../../local/comagic/stand-in.ts';
import { connectSalon, listOf, openAccount, postSample } from '../blackbox/salon.ts';
import { tokenOf, type Target } from '../blackbox/target.ts';
import { cdkOf, type Outputs } from './cdk.ts';
import { fill, makeOperator } from './fill.ts';
import { roleOf, takeGrants } from './iam.ts';
import { tokenOfUnlistedClient, tokensOfPerson } from './issued.ts';
import { doorReads, workerSends } from './rights.ts';
import { run } from './run.ts';
import { dealArrives, deliveryReadsKeys } from './sending.ts';
import { failedWithFigures, stepCounter } from './steps.ts';
import { forgeries, publicKeyOf, statusOf } from './tokens.ts';
import { workarounds } from './workarounds.ts';

const targetFile = '.local/deploy/target.json';
const reportFile = '.local/deploy/blackbox.json';
const changed = 'node test/deploy/changed-app.ts';
const person = 'Operator@Example.com';

const cdk = cdkOf({ env: process.env });
const { step, add, figures } = stepCounter((line) => {
  process.stdout.write(`${line}\n`);
});

/** What the engine needs help with: each must still be needed, and then is given. */
async function help(target: Target): Promise<void> {
  for (const { name, needed, apply } of workarounds) {
    await step(`the workaround ${name} is still needed`, async () => {
      assert.ok(await needed(target), 'the engine can do it now: take the workaround out');
    });
    await apply();
  }
}

/** A step that runs tests of jest, which count as well. */
async function jest(name: string, tests: string[]): Promise<void> {
  await step(`${name} is passed`, () => runJest(name, tests));
}

/** Rejects when a test failed, none was run, or jest did not come to its end. A skipped test counts as failed. */
async function runJest(name: string, tests: string[]): Promise<void> {
  const command = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--runInBand', ...tests];
  const options = ['--setupFiles', './test/deploy/lead.ts', '--json', '--outputFile', reportFile];
  rmSync(reportFile, { force: true });
  const env = { ...process.env, BLACKBOX_TARGET: targetFile };
  const { status, output } = await run(process.execPath, [...command, ...options], env);
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Record<string, number>;
  const { numPassedTests = 0, numFailedTests = 0, numRuntimeErrorTestSuites = 0, numPendingTests = 0 } = report;
  const failed = numFailedTests + numRuntimeErrorTestSuites + numPendingTests;
  add({ passed: numPassedTests, failed });
  process.stdout.write(`${name}: ${numPassedTests} passed, ${failed} failed\n`);
  if (status !== 0) process.stdout.write(`${output.slice(0, 20_000)}\n`);
  assert.equal(status, 0, 'jest says so');
  assert.ok(numPassedTests > 0, 'no test was run');
}

/** The suite that also runs against `npm start`. */
async function blackBox(target: Target): Promise<void> {
  writeFileSync(targetFile, JSON.stringify(target), { mode: 0o600 });
  await jest('black-box suite', ['test/blackbox']);
}

/** The suite that our own SQS server passes: is it held to what an engine of others does? */
async function sqsContract(): Promise<void> {
  await jest('SQS contract', ['--testMatch', '**/test/deploy/sqs-contract.ts']);
}

async function leastPrivilege(target: Target, output: Outputs): Promise<void> {
  await step('the role of the door reads hooks and salons, and is refused accounts, members and audit lines', () =>
    doorReads(output),
  );
  await step('the role of a worker sends to both queues, and takes from its own alone', () => workerSends(output));
  await step('a delivery fails when the door loses its grants, and is taken again when it has them back', async () => {
    const salon = await connectSalon(await openAccount(target));
    const giveBack = await takeGrants(await roleOf('webhook'));
    const without = await postSample('booking-created.json', salon).finally(giveBack);
    assert.equal(without.status, 503);
    assert.equal((await postSample('booking-created.json', salon)).status, 200);
  });
}

/** The store of access keys that the local one takes the place of. */
async function keysContract(): Promise<void> {
  await jest('contract of access keys', ['--testMatch', '**/test/deploy/keys-contract.ts']);
}

/** Once the changed stack is deployed, which calls the stand-in. */
async function sending(target: Target, output: Outputs): Promise<void> {
  await step('the role of delivery reads access keys, changes none and reads nothing else', () => deliveryReadsKeys());
  await step('a deal of a connected account arrives at CoMagic', () => dealArrives(target, output, remote));
}

async function upgrade(target: Target): Promise<void> {
  const api = await openAccount(target);
  const salon = await connectSalon(api);
  const requests = `/api/requests?from=2026-03-01&to=2026-04-01&salon=${salon.key}`;
  await step('a second deployment with a change keeps what was stored and takes deliveries', async () => {
    await postSample('booking-created.json', salon);
    await listOf(api, requests, 1);
    await cdk.deploy(changed);
    assert.equal((await listOf(api, requests, 1)).length, 1);
    assert.equal((await postSample('deal-created.form', salon)).status, 200);
  });
  await step('after it there is no difference between code and stack', async () => {
    const { status, output } = await cdk.diff(changed);
    assert.equal(status, 0, output.slice(-4000));
  });
}

/** Real tokens with one thing wrong, as far as the pool issues them, and forged ones. */
async function tokens(target: Target, output: Outputs): Promise<void> {
  const pool = output(outputNames.userPool);
  const real = await tokenOf(target.tokenUrl, target);
  const publicKey = await publicKeyOf(target.queues.endpoint, pool);
  await step('a token of the pool is taken', async () => {
    assert.equal(await statusOf(target, real), 200);
  });
  await step(
    'a token that the pool issued to a client that is not listed is refused, though it is an operator',
    async () => {
      assert.equal(await statusOf(target, await tokenOfUnlistedClient(target.tokenUrl, pool)), 401);
    },
  );
  await step("an operator's access token is taken, the id token of the same login is refused", async () => {
    const { access, id } = await tokensOfPerson(person.toLowerCase(), pool, output(outputNames.cabinetClient));
    assert.equal(await statusOf(target, access), 200);
    assert.equal(await statusOf(target, id), 401);
  });
  for (const [which, token] of Object.entries(forgeries(real, publicKey))) {
    await step(`a token ${which} is refused`, async () => {
      assert.equal(await statusOf(target, token), 401);
    });
  }
}

async function people(output: Outputs): Promise<void> {
  await step('a person is made operator by e-mail, and again without harm', async () => {
    const [first, again] = [await makeOperator('--email', person), await makeOperator('--email', person)];
    assert.equal(again, first);
    const Filter = `email = "${person.toLowerCase()}"`;
    const pool = new CognitoIdentityProviderClient({});
    const { Users = [] } = await pool.send(new ListUsersCommand({ UserPoolId: output(outputNames.userPool), Filter }));
    assert.equal(Users.length, 1);
  });
}

async function cabinet(output: Outputs): Promise<void> {
  const url = output(outputNames.cabinetUrl);
  const policy = securityPolicy(output(outputNames.loginUrl));
  for (const path of ['/', '/salons', '/deals/0a1b.d.771904?account=0a1b']) {
    await step(`the page is served at ${path}, with its policy and how to sign in`, async () => {
      const answer = await fetch(`${url}${path}`);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
      assert.equal(answer.headers.get('cache-control'), 'no-cache');
      assert.equal(answer.headers.get('content-security-policy'), policy);
      const html = await answer.text();
      assert.ok(html.includes('<div id="root">') && html.includes(output(outputNames.cabinetClient)), html);
    });
  }
  await step('what the page names is served under its own type, and an asset that is not there as none', async () => {
    const html = await (await fetch(url)).text();
    const [, script = ''] = /<script [^>]*src="([^"]+)"/.exec(html) ?? [];
    const answer = await fetch(`${url}${script}`);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.notEqual((await fetch(`${url}/assets/none.js`)).status, 200);
  });
}

/** All that needs a deployed stack; rejects when it comes to no deployment or cannot go on. */
async function show(): Promise<void> {
  await step('an empty account is bootstrapped', cdk.bootstrap);
  const output = await step('dev is deployed to it', () => cdk.deploy());
  const target = output && (await step('its first operator is made and a salon connected', () => fill(output)));
  assert.ok(output && target, 'there is nothing to try');
  await help(target);
  await cabinet(output);
  await people(output);
  await tokens(target, output);
  await blackBox(target);
  await sqsContract();
  await leastPrivilege(target, output);
  await keysContract();
  await upgrade(target);
  await sending(target, output);
}

const remote = standIn({ now: () => new Date() });
const comagic = await startStandIn(remote);
process.env['DEPLOY_COMAGIC_URL'] = comagic.url;
await step('all of it was tried', show);
await step('it is destroyed and leaves no stack', async () => {
  await cdk.destroy(changed);
});
await comagic.close();
const { passed, failed } = figures();
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : failedWithFigures;
