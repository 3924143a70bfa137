import type { Configuration } from './configuration.ts';
import { lockData } from './data-lock.ts';
import { builtPage } from '../web/build/page.ts';
import type { StandInServer } from './comagic/server.ts';
import { adminId, operatorId, people, subjectOf } from './demo/account.ts';
import { startDemoComagic } from './demo/comagic.ts';
import { forgetDemo, publishDemo, type Demo } from './demo/demo.ts';
import { demoSecrets, type KeptSecrets, type Secrets } from './demo/secrets.ts';
import { seedDemo } from './demo/seed.ts';
import type { Disk } from './disk.ts';
import { accessKeysPath, startEngines, tableNames, type Engines } from './engines.ts';
import { loadFunctions } from './functions.ts';
import { startGateway, type Gateway } from './gateway/server.ts';
import type { PageClient } from './issuer/configuration.ts';
import { startIssuer, type Issuer } from './issuer/issuer.ts';
import { pageOf } from './page/page.ts';
import { routesOf } from './routes.ts';
import { startWorkers } from './workers.ts';

export interface Stack {
  demo: Demo;
  /** Takes no more, waits for what is under way, closes. */
  stop: () => Promise<void>;
}

/** The whole pipeline in this process, on loopback, over a folder that exists. Throws an Error for people when the folder or the port is taken. */
export async function startStack(
  { port, dataDir, retrySeconds, leaseSeconds, sweepSeconds }: Configuration,
  disk: Disk,
  onError: (error: unknown) => void,
): Promise<Stack> {
  const unlock = lockData(dataDir);
  forgetDemo(dataDir);
  const page = await builtPage();
  const gateway = await startGateway(port);
  const kept = demoSecrets(dataDir);
  const { parameterKey, comagicKey } = kept.secrets;
  const engines = await startEngines({ dataDir, disk, parameterKey, onError });
  const comagic = await startDemoComagic(dataDir, comagicKey);
  const issuer = await startDemoIssuer(kept, gateway.url);
  const functions = await loadFunctions(surroundings({ gateway, engines, issuer, comagic, leaseSeconds }));
  gateway.serve(routesOf(functions), pageOf(page, issuer.signIn));
  const workers = startWorkers({ ...engines, sqs: engines.sqs.client, functions, retrySeconds, sweepSeconds, onError });
  const demo = await seedDemo({ gateway, engines, issuer, comagic, secrets: kept.secrets });
  publishDemo(dataDir, demo);
  return {
    demo,
    stop: async () => {
      await gateway.close();
      await workers.stop();
      await issuer.close();
      await comagic.close();
      await engines.close();
      unlock();
    },
  };
}

/** Of the client that people sign in to. */
const pageId = 'demo-page';

async function startDemoIssuer({ secrets, keep }: KeptSecrets, url: string): Promise<Issuer> {
  const clients = [
    { id: adminId, secret: secrets.clientSecret },
    { id: operatorId, secret: secrets.operatorSecret },
  ];
  const issuer = await startIssuer({ ...secrets, clients }, pageClient(secrets, url), secrets.issuerPort);
  keep({ issuerPort: issuer.port });
  return issuer;
}

/** A browser may know this machine by either name. */
function pageClient({ passwords }: Secrets, url: string): PageClient {
  return {
    id: pageId,
    urls: [`${url}/`, `${url.replace('127.0.0.1', 'localhost')}/`],
    people: people.map((login) => ({ login, password: passwords[login], subject: subjectOf(login) })),
  };
}

interface Started {
  gateway: Gateway;
  engines: Engines;
  issuer: Issuer;
  comagic: StandInServer;
  leaseSeconds: number;
}

function surroundings({ gateway, engines: { dynamo, sqs, ssm, queues }, issuer, comagic, leaseSeconds }: Started) {
  return {
    dynamoEndpoint: dynamo.endpoint,
    sqsEndpoint: sqs.endpoint,
    ssmEndpoint: ssm.endpoint,
    variables: {
      ...tableNames,
      BOOKINGS_QUEUE_URL: queues.bookings.url,
      DEALS_QUEUE_URL: queues.deals.url,
      JOBS_QUEUE_URL: queues.jobs.url,
      BOOKINGS_DEAD_LETTERS_URL: queues.bookings.dead.url,
      DEALS_DEAD_LETTERS_URL: queues.deals.dead.url,
      LEASE_SECONDS: String(leaseSeconds),
      DELIVERY_QUEUE_URL: queues.delivery.url,
      ACCESS_KEYS_PATH: accessKeysPath,
      COMAGIC_API_URL: comagic.url,
      UISCOM_API_URL: comagic.url,
      WEBHOOK_BASE_URL: gateway.url,
      TOKEN_ISSUER: issuer.url,
      TOKEN_JWKS_URL: issuer.jwksUrl,
      CALLING_ADDRESS: '127.0.0.1',
      TOKEN_CLIENT_IDS: [adminId, operatorId, pageId].join(','),
    },
  };
}
