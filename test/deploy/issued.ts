import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import {
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { tokenOf } from '../blackbox/target.ts';
import { makeOperator } from './fill.ts';

const cognito = new CognitoIdentityProviderClient({});

/**
 * A token that the pool really issued to a client that the stack does not list, whose subject is an operator: nothing but
 * the client id is wrong with it.
 */
export async function tokenOfUnlistedClient(tokenUrl: string, UserPoolId: string): Promise<string> {
  const asked = new CreateUserPoolClientCommand({
    UserPoolId,
    ClientName: 'unlisted',
    GenerateSecret: true,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes: ['connector/api'],
    AllowedOAuthFlowsUserPoolClient: true,
  });
  const { ClientId = '', ClientSecret = '' } = (await cognito.send(asked)).UserPoolClient ?? {};
  await makeOperator('--client-id', ClientId);
  const token = await tokenOf(tokenUrl, { clientId: ClientId, clientSecret: ClientSecret });
  await cognito.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId }));
  assert.ok(token, 'the pool issued no token');
  return token;
}

/** Both tokens of a person who logs in at a client that the stack lists. By password, which the client allows meanwhile. */
export async function tokensOfPerson(Username: string, UserPoolId: string, ClientId: string) {
  const Password = `Aa1!${randomBytes(16).toString('hex')}`;
  const allow = (ExplicitAuthFlows: 'ALLOW_ADMIN_USER_PASSWORD_AUTH'[]) =>
    cognito.send(new UpdateUserPoolClientCommand({ UserPoolId, ClientId, ExplicitAuthFlows }));
  await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }));
  await allow(['ALLOW_ADMIN_USER_PASSWORD_AUTH']);
  const AuthParameters = { USERNAME: Username, PASSWORD: Password };
  const login = { UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters } as const;
  const { AuthenticationResult } = await cognito.send(new AdminInitiateAuthCommand(login));
  await allow([]);
  const { AccessToken, IdToken } = AuthenticationResult ?? {};
  assert.ok(AccessToken && IdToken, 'the pool issued no tokens');
  return { access: AccessToken, id: IdToken };
}
