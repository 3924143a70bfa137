import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { venvOf } from '../python/venv.ts';
import { startKeySetProxy } from './key-set-proxy.ts';

const region = 'eu-central-1';

/** An AWS on loopback that checks signatures and IAM: MiniStack, pinned, in a venv of its own. */
export interface Engine {
  port: number;
  /** For cdk, SDK and Node: where it is, who we are, whom to trust. */
  env: NodeJS.ProcessEnv;
  stop: () => Promise<void>;
}

/** That the engine runs on. */
export const python = resolve('.local/ministack/venv/bin/python');

/** Starts the engine with an empty account. Rejects when it cannot be installed or does not answer. */
export async function startEngine(): Promise<Engine> {
  await venvOf('deploy', 'ministack');
  // Outside of the checkout: its package.json would make ES modules of the functions' bundles.
  const home = mkdtempSync(join(tmpdir(), 'profsalon-deploy-'));
  const port = await freePort();
  const proxy = await startKeySetProxy(port);
  const child = launch(home, port, proxy.url);
  const certificate = join(home, 'ministack-tls/server.crt');
  const env = { ...environment(port, certificate), DEPLOY_ENGINE_PORT: String(port), DEPLOY_KEY_SETS: proxy.url };
  const stopAll = async () => {
    proxy.close();
    await stop(child, home);
  };
  const engine = { port, env, stop: stopAll };
  try {
    await answers(port, certificate, child);
  } catch (error) {
    await engine.stop();
    throw new Error(`MiniStack did not start:\n${readFileSync(join(home, 'log'), 'utf8').slice(-4000)}`, {
      cause: error,
    });
  }
  return engine;
}

/** With nothing of our environment, which would leak into the functions. */
function launch(home: string, port: number, proxy: string): ChildProcess {
  const log = openSync(join(home, 'log'), 'w');
  return spawn(python, [resolve('test/deploy/leading_keys.py')], {
    cwd: home,
    stdio: ['ignore', log, log],
    env: {
      PATH: [resolve('node_modules/.bin'), '/usr/local/bin', '/usr/bin', '/bin'].join(':'),
      HOME: home,
      TMPDIR: home,
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      MINISTACK_HOST: '127.0.0.1',
      LAMBDA_EXECUTOR: 'local',
      IOT_MTLS_ENABLED: '0',
      AUTH: 'true',
      USE_SSL: '1',
      http_proxy: proxy,
    },
  });
}

function environment(port: number, certificate: string): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return {
    PATH,
    HOME,
    CI: 'true',
    AWS_ENDPOINT_URL: `https://127.0.0.1:${port}`,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_EC2_METADATA_DISABLED: 'true',
    NODE_EXTRA_CA_CERTS: certificate,
    AWS_CA_BUNDLE: certificate,
  };
}

async function answers(port: number, certificate: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end && child.exitCode === null) {
    if (existsSync(certificate) && (await isUp(port, readFileSync(certificate)))) return;
    await sleep(200);
  }
  throw new Error('no answer');
}

function isUp(port: number, ca: Buffer): Promise<boolean> {
  return new Promise((resolved) => {
    const request = get({ host: '127.0.0.1', port, path: '/_ministack/health', ca, timeout: 2000 }, (response) => {
      response.resume();
      resolved(true);
    });
    request.on('error', () => {
      resolved(false);
    });
  });
}

async function stop(child: ChildProcess, home: string): Promise<void> {
  if (child.exitCode === null) {
    const ended = new Promise((resolved) => child.once('exit', resolved));
    child.kill('SIGTERM');
    await Promise.race([ended, sleep(10_000).then(() => child.kill('SIGKILL'))]);
  }
  rmSync(home, { recursive: true, force: true });
}

function freePort(): Promise<number> {
  return new Promise((resolved, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolved(address.port);
      });
    });
  });
}
