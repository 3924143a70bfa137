import { Fn, Stack, type App } from 'aws-cdk-lib';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpApi } from './api/http-api.ts';
import { Identity, loginUrl } from './api/identity.ts';
import { Cabinet } from './cabinet/cabinet.ts';
import { adminFunction } from './functions/admin.ts';
import { deliveryFunction } from './functions/delivery.ts';
import { jobsFunction } from './functions/jobs.ts';
import { parkedFunction } from './functions/parked.ts';
import { webhookFunction } from './functions/webhook.ts';
import { workerFunction } from './functions/worker.ts';
import { FixedAddress } from './network/fixed-address.ts';
import { addOutputs } from './outputs/outputs.ts';

import { addQueues, serveQueues } from './queues/queues.ts';
import { newDeliveryQueue, newJobQueue } from './queues/swept-queue.ts';
import type { EnvironmentName, Issuer, Settings } from './settings.ts';
import { stackName } from './stack-name.ts';
import { Tables } from './tables/tables.ts';
import { Alarms } from './watch/alarms.ts';
import { addDashboard } from './watch/dashboard.ts';
import { watch } from './watch/watch.ts';

export interface ConnectorProps {
  environment: EnvironmentName;
  settings: Settings;
  /** Of the credentials that deploy: where the settings name none. */
  defaultAccount?: string | undefined;
}

/** The whole connector in one environment. */
export class ConnectorStack extends Stack {
  constructor(app: App, { environment, settings, defaultAccount }: ConnectorProps) {
    const account = settings.account ?? defaultAccount;
    super(app, stackName(environment), {
      env: { region: settings.region, ...(account !== undefined && { account }) },
      description: `ProfSalon connector, ${environment}`,
      terminationProtection: settings.deletionProtection,
    });
    const alarms = new Alarms(this, settings);
    const tables = new Tables(this, settings).inUse;
    const queues = addQueues(this, alarms);
    const jobQueue = newJobQueue(this, alarms);
    const deliveryQueue = newDeliveryQueue(this, alarms);
    const accessKeysPath = `/${stackName(environment)}/comagic`;
    const network = settings.fixedAddress === true ? new FixedAddress(this) : undefined;
    const { logRetention } = settings;
    const surroundings = { tables, queues, jobQueue, deliveryQueue, accessKeysPath, network, logRetention };
    const api = new HttpApi(this, settings);
    const cabinet = new Cabinet(this, {
      apiHost: api.host,
      // Known before there is a pool, whose client wants the cabinet's own address.
      issuerOrigin: settings.issuer ? new URL(settings.issuer.signIn.tokenUrl).origin : loginUrl(environment),
      domain: settings.cabinetDomain,
      keepFiles: settings.deletionProtection,
    });
    const identity = new Identity(this, { environment, cabinetHost: cabinet.host, ...settings });
    // The pool stays when somebody else signs the tokens: going back loses no user.
    const issuer = settings.issuer ?? identity.issuer;

    const workers = {
      bookings: workerFunction(this, surroundings, 'bookings'),
      deals: workerFunction(this, surroundings, 'deals'),
      parked: parkedFunction(this, surroundings),
    };
    serveQueues(queues, workers, settings.workerConcurrency);
    const jobs = jobsFunction(this, surroundings);
    jobQueue.serve(jobs);
    const delivery = deliveryFunction(this, surroundings);
    deliveryQueue.serve(delivery);
    const webhook = webhookFunction(this, surroundings);
    const admin = adminFunction(this, surroundings, { webhookBaseUrl: api.webhookBaseUrl, issuer });
    api.serve({ webhook, admin, authorizer: authorizerOf(issuer) });

    const signIn = { issuer: issuer.url, ...issuer.signIn };
    const functions = { webhook, admin, jobs, delivery, ...workers };
    const parts = {
      alarms,
      tables,
      api,
      cabinet,
      identity,
      queues,
      jobQueue,
      deliveryQueue,
      network,
      signIn,
      functions,
    };
    watch(parts, settings);
    addDashboard(this, parts);
    addOutputs(this, parts);
  }

  /** The first two of the region by their place, for which nobody need be asked while the stack is made. */
  override get availabilityZones(): string[] {
    return [0, 1].map((place) => Fn.select(place, Fn.getAzs()));
  }
}

function authorizerOf({ url, clientIds }: Issuer): HttpJwtAuthorizer {
  return new HttpJwtAuthorizer('Token', url, { jwtAudience: [...clientIds] });
}
