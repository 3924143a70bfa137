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
  /** The cabinet's name, without a scheme. */
  cabinetHost: string;
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

  constructor(parent: Construct, { environment, cabinetHost, deletionProtection, machineClients }: IdentityProps) {
    super(parent, 'Identity');
    this.pool = this.newPool(deletionProtection);
    this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix: domainPrefix(environment) } });
    this.loginUrl = loginUrl(environment);
    const server = this.pool.addResourceServer('Server', { identifier: 'connector', scopes: [scope] });
    this.cabinetClient = this.newCabinetClient(cabinetHost);
    this.machineClients = Object.fromEntries(
      machineClients.map((name) => [name, this.newMachineClient(name, server)] as const),
    );
    this.issuer = this.newIssuer(cabinetHost);
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
  private newCabinetClient(cabinetHost: string): UserPoolClient {
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
        callbackUrls: [`https://${cabinetHost}/`],
        logoutUrls: [`https://${cabinetHost}/`],
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

  private newIssuer(cabinetHost: string): Issuer {
    const url = `https://cognito-idp.${Aws.REGION}.amazonaws.com/${this.pool.userPoolId}`;
    const clients = [this.cabinetClient, ...Object.values(this.machineClients)];
    return {
      url,
      jwksUrl: `${url}/.well-known/jwks.json`,
      clientIds: clients.map((client) => client.userPoolClientId),
      signIn: this.newSignIn(cabinetHost),
    };
  }

  /** The pool's own pages. A name that is known only when deployed cannot be encoded: host names need none. */
  private newSignIn(cabinetHost: string): Issuer['signIn'] {
    const clientId = this.cabinetClient.userPoolClientId;
    return {
      clientId,
      authorizationUrl: `${this.loginUrl}/oauth2/authorize`,
      tokenUrl: `${this.loginUrl}/oauth2/token`,
      signOutUrl: `${this.loginUrl}/logout?client_id=${clientId}&logout_uri=https%3A%2F%2F${cabinetHost}%2F`,
    };
  }
}
