/** CloudWatch metrics that the functions write (embedded metric format), by name; alarms and dashboard use the same. */
export const metricNamespace = 'ProfSalonConnector';
export const metrics = {
  accepted: 'EventsAccepted',
  ignored: 'EventsIgnored',
  refused: 'RequestsRefused',
  invalidToken: 'TokensRefused',
  unknownHook: 'UnknownHookKeys',
  unavailable: 'QueueUnavailable',
  processed: 'EventsProcessed',
  unreadable: 'MessagesUnreadable',
  retried: 'MessagesRetried',
  parked: 'EventsParked',
  largeSet: 'LargeEventSets',
  accountsStopped: 'AccountsStopped',
  accountsLate: 'AccountsLate',
  defaultsInactive: 'DefaultsInactive',
} as const;
export type Metric = keyof typeof metrics;

/** Metrics of the same namespace that CloudWatch counts itself, in the access log of the API; without a dimension. */
export const answerMetrics = {
  doorErrors: 'WebhookServerErrors',
  cabinetErrors: 'CabinetServerErrors',
  tooManyRequests: 'TooManyRequests',
} as const;
export type AnswerMetric = keyof typeof answerMetrics;
