import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  DescribeUserPoolClientCommand,
  InvalidParameterException,
  ResourceNotFoundException,
  UsernameExistsException,
  type CognitoIdentityProviderClient,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';

/** The subject of a person in the pool, who is invited by e-mail unless already there. */
export async function userOf(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  email: string,
): Promise<string> {
  const Username = email.toLowerCase();
  const invitation = new AdminCreateUserCommand({
    UserPoolId,
    Username,
    UserAttributes: [
      { Name: 'email', Value: Username },
      { Name: 'email_verified', Value: 'true' },
    ],
    DesiredDeliveryMediums: ['EMAIL'],
  });
  try {
    const { User } = await client.send(invitation);
    return subjectOf(User?.Attributes);
  } catch (error) {
    if (!(error instanceof UsernameExistsException)) throw error;
    const { UserAttributes } = await client.send(new AdminGetUserCommand({ UserPoolId, Username }));
    return subjectOf(UserAttributes);
  }
}

/** Throws an Error for people when the pool has no such client: a misspelt one would be an operator of no name. */
export async function mustBeClient(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  ClientId: string,
): Promise<void> {
  try {
    await client.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException || error instanceof InvalidParameterException)) throw error;
    throw new Error(`The user pool has no client ${ClientId}.`, { cause: error });
  }
}

function subjectOf(attributes: UserType['Attributes'] = []): string {
  const subject = attributes.find(({ Name }) => Name === 'sub')?.Value;
  if (subject === undefined) throw new Error('The user pool gave the person no subject.');
  return subject;
}
