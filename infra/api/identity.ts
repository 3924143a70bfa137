import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import {
  AccountRecovery,
  ClientAttributes,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  type UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { Issuer, Settings } from '../settings.ts';

export interface IdentityProps extends Pick<Settings, 'deletionProtection' | 'machineClients'> {
  /** Part of the pool's own host name, which is one of the whole region. */
  environment: string;
  cabinetUrl: string;
}

/** Of the pool's own host. */
function domainPrefix(environment: string): string {
  return `profsalon-connector-${environment}-${Aws.ACCOUNT_ID}`;
}

/** The pool's own pages and tokens; known before there is a pool. */
export function loginUrl(environment: string): string {
  return `https://${domainPrefix(environment)}.auth.${Aws.REGION}.amazoncognito.com`;
}

const scope = new ResourceServerScope({ scopeName: 'api', scopeDescription: 'The API of the cabinet' });

/**
 * Cognito as issuer of the API's tokens. Nobody signs up: people are made by `npm run create-operator` or by an admin.
 * A token says who it is for; what they may is a row of `members`, so there is no claim of ours in it.
 */
export class Identity extends Construct {
  readonly pool: UserPool;
  readonly cabinetClient: UserPoolClient;
  readonly machineClients: Record<string, UserPoolClient>;
  readonly issuer: Issuer;
  readonly loginUrl: string;

  constructor(parent: Construct, { environment, cabinetUrl, deletionProtection, machineClients }: IdentityProps) {
    super(parent, 'Identity');
    this.pool = this.newPool(deletionProtection);
    this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix: domainPrefix(environment) } });
    this.loginUrl = loginUrl(environment);
    const server = this.pool.addResourceServer('Server', { identifier: 'connector', scopes: [scope] });
    this.cabinetClient = this.newCabinetClient(cabinetUrl);
    this.machineClients = Object.fromEntries(
      machineClients.map((name) => [name, this.newMachineClient(name, server)] as const),
    );
    this.issuer = this.newIssuer();
    acknowledge(this.pool, 'pool');
  }

  private newPool(deletionProtection: boolean): UserPool {
    return new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      mfa: Mfa.REQUIRED,
      // By an app alone: text messages cost, get lost and can be taken over.
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      deletionProtection,
      removalPolicy: deletionProtection ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }

  /** The page in the browser: authorization code with PKCE, since it can keep no secret. */
  private newCabinetClient(cabinetUrl: string): UserPoolClient {
    return this.pool.addClient('Cabinet', {
      generateSecret: false,
      authFlows: {},
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
        callbackUrls: [`${cabinetUrl}/`],
        logoutUrls: [`${cabinetUrl}/`],
      },
      readAttributes: new ClientAttributes().withStandardAttributes({ email: true, emailVerified: true }),
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
    });
  }

  private newMachineClient(name: string, server: UserPoolResourceServer): UserPoolClient {
    return this.pool.addClient(`Machine-${name}`, {
      generateSecret: true,
      authFlows: {},
      accessTokenValidity: Duration.hours(1),
      oAuth: { flows: { clientCredentials: true }, scopes: [OAuthScope.resourceServer(server, scope)] },
    });
  }

  private newIssuer(): Issuer {
    const url = `https://cognito-idp.${Aws.REGION}.amazonaws.com/${this.pool.userPoolId}`;
    const clients = [this.cabinetClient, ...Object.values(this.machineClients)];
    return {
      url,
      jwksUrl: `${url}/.well-known/jwks.json`,
      clientIds: clients.map((client) => client.userPoolClientId),
    };
  }
}
