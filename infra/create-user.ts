import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
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

function subjectOf(attributes: UserType['Attributes'] = []): string {
  const subject = attributes.find(({ Name }) => Name === 'sub')?.Value;
  if (subject === undefined) throw new Error('The user pool gave the person no subject.');
  return subject;
}
