/** Names of the stack's outputs: written by the stack, read by the commands and by people (docs/deploy.md). */
export const outputNames = {
  webhookBaseUrl: 'WebhookBaseUrl',
  /** Where one's own DNS name for the webhook has to point. */
  webhookDomainTarget: 'WebhookDomainTarget',
  apiUrl: 'ApiUrl',
  cabinetUrl: 'CabinetUrl',
  cabinetBucket: 'CabinetBucket',
  /** How the page signs people in, as JSON: it is written into the page when that is uploaded. */
  signIn: 'CabinetSignIn',
  cabinetClient: 'CabinetClientId',
  userPool: 'UserPoolId',
  /** The pool's own pages; tokens of machines come from `/oauth2/token` there. */
  loginUrl: 'LoginUrl',
  /** From where CoMagic is called: for the lists of its cabinets. */
  fixedAddress: 'FixedAddress',
  alarmTopic: 'AlarmTopicArn',
  machineClient: (name: string) => `MachineClientId${capital(name)}`,
  table: (name: string) => `Table${capital(name)}`,
  queue: (name: string) => `Queue${capital(name)}Url`,
  deadLetters: (name: string) => `DeadLetters${capital(name)}Url`,
} as const;

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
