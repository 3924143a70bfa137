import { Aws } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  ApiMapping,
  DomainName,
  EndpointType,
  HttpApi as Api,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { AnswerMetric } from '../../lib/model/metrics.ts';
import { apiRoutes, webhookRoutes } from '../../lib/model/routes.ts';
import { acknowledge } from '../acknowledge.ts';
import type { ConnectorFunction } from '../functions/connector-function.ts';
import type { OwnDomain, Settings } from '../settings.ts';
import { accessLogFormat, countAnswers, newAccessLog } from './access-log.ts';

/** The API of lib/model's routes: the webhook open to all, the cabinet's to holders of a token. */
export class HttpApi extends Construct {
  readonly api: Api;
  /** Its own host at API Gateway. */
  readonly host: string;
  /** Start of every webhook URL, without a final slash. */
  readonly webhookBaseUrl: string;
  /** What the DNS name of one's own has to point to. */
  readonly domainTarget: string | undefined;
  /** How many requests were answered how. */
  readonly answers: Record<AnswerMetric, Metric>;

  constructor(scope: Construct, settings: Settings) {
    super(scope, 'Api');
    this.api = new Api(this, 'Api', { createDefaultStage: false, description: 'ProfSalon connector' });
    this.host = `${this.api.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`;
    const accessLog = newAccessLog(this, settings.logRetention);
    this.answers = countAnswers(this, accessLog);
    const stage = this.newStage(settings, accessLog);
    const { webhookDomain } = settings;
    this.domainTarget = webhookDomain && this.newDomain(webhookDomain, stage);
    this.webhookBaseUrl = `https://${webhookDomain?.name ?? this.host}`;
  }

  /** Leads each route to its function. */
  serve({ webhook, admin, authorizer }: Served): void {
    const open = new HttpNoneAuthorizer();
    this.route(webhook, webhookRoutes, open);
    this.route(admin, Object.keys(apiRoutes), authorizer);
  }

  private route(
    { function: handler, node }: ConnectorFunction,
    keys: readonly string[],
    authorizer: IHttpRouteAuthorizer,
  ) {
    // One permission for the whole API: one a route would outgrow the 20 KB that a function's policy may have.
    const integration = new HttpLambdaIntegration(node.id, handler, { scopePermissionToRoute: false });
    for (const key of keys) {
      const { method, path } = partsOf(key);
      const routes = this.api.addRoutes({ path, methods: [method], integration, authorizer });
      if (authorizer instanceof HttpNoneAuthorizer) for (const open of routes) acknowledge(open, 'webhookRoutes');
    }
  }

  private newStage({ throttle }: Settings, accessLog: LogGroup): HttpStage {
    return new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: throttle.rate, burstLimit: throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(accessLogFormat),
      },
    });
  }

  private newDomain({ name, certificateArn }: OwnDomain, stage: HttpStage): string {
    const domainName = new DomainName(this, 'Domain', {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    new ApiMapping(this, 'Mapping', { api: this.api, domainName, stage });
    return domainName.regionalDomainName;
  }
}

export interface Served {
  webhook: ConnectorFunction;
  admin: ConnectorFunction;
  authorizer: IHttpRouteAuthorizer;
}

/** Throws an Error for what is no route key, so that a typing error in lib/model is never deployed. */
export function partsOf(routeKey: string): { method: HttpMethod; path: string } {
  const [verb, path, ...rest] = routeKey.split(' ');
  const method = Object.values(HttpMethod).find((known) => known === verb);
  if (method === undefined || !path?.startsWith('/') || rest.length > 0) throw new Error(`no route key: ${routeKey}`);
  return { method, path };
}
