import { describe, expect, it } from '@jest/globals';
import { readable } from './refs.ts';
import { ofType, type Synthesised } from './synth.ts';

interface Statement {
  Action: string | string[];
  Resource: unknown;
  Effect: string;
  Condition?: unknown;
}
type Grants = Record<string, string[]>;

const consume = ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'];
const consumeAndSend = [...consume, 'sqs:SendMessage'];
const log = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const records = ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'];

/** By hand: all that each function may do. */
const expected: Record<string, Grants> = {
  webhook: {
    'webhookLog.Arn': log,
    'Tablessettings.Arn': ['dynamodb:GetItem'],
    'bookingsQueue.Arn': ['sqs:SendMessage'],
    'dealsQueue.Arn': ['sqs:SendMessage'],
  },
  bookings: {
    'bookingsLog.Arn': log,
    'Tablessettings.Arn': ['dynamodb:GetItem'],
    'Tablesrecords.Arn': records,
    'Tablesjournal.Arn': records,
    'bookingsQueue.Arn': consumeAndSend,
    'dealsQueue.Arn': ['sqs:SendMessage'],
  },
  deals: {
    'dealsLog.Arn': log,
    'Tablessettings.Arn': ['dynamodb:GetItem'],
    'Tablesrecords.Arn': records,
    'Tablesjournal.Arn': records,
    'bookingsQueue.Arn': ['sqs:SendMessage'],
    'dealsQueue.Arn': consumeAndSend,
  },
  parked: {
    'parkedLog.Arn': log,
    'Tablessettings.Arn': ['dynamodb:GetItem'],
    'Tablesrecords.Arn': records,
    'Tablesjournal.Arn': records,
    'bookingsQueueDeadLetters.Arn': consume,
    'dealsQueueDeadLetters.Arn': consume,
  },
  jobs: {
    'jobsLog.Arn': log,
    'Tablessettings.Arn': ['dynamodb:GetItem', 'dynamodb:PutItem'],
    'Tablesrecords.Arn': records,
    'Tablesrecords.Arn/index/byAccount': ['dynamodb:Query'],
    'Tablesrecords.Arn/index/byPending': ['dynamodb:Query'],
    'Tablesjournal.Arn': records,
    'Tablesjournal.Arn/index/byAccount': ['dynamodb:Query'],
    'Tablesjournal.Arn/index/bySalon': ['dynamodb:Query'],
    'Tablesjournal.Arn/index/byProblem': ['dynamodb:Query'],
    'Tablesjobs.Arn': ['dynamodb:GetItem', 'dynamodb:PutItem'],
    'Tablesjobs.Arn/index/open': ['dynamodb:Query'],
    'jobsQueue.Arn': consumeAndSend,
    'bookingsQueue.Arn': ['sqs:GetQueueAttributes'],
    'bookingsQueueDeadLetters.Arn': ['sqs:GetQueueAttributes'],
    'dealsQueue.Arn': ['sqs:GetQueueAttributes'],
    'dealsQueueDeadLetters.Arn': ['sqs:GetQueueAttributes'],
  },
  delivery: {
    'deliveryLog.Arn': log,
    'Tablessettings.Arn': ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    'Tablesrecords.Arn': [...records, 'dynamodb:UpdateItem'],
    'Tablesrecords.Arn/index/byPending': ['dynamodb:Query'],
    'arn:aws:ssm:eu-central-1:111122223333:parameter/profsalon-connector-dev/comagic/*': ['ssm:GetParameter'],
    'deliveryQueue.Arn': consumeAndSend,
  },
  admin: {
    'adminLog.Arn': log,
    'Tablessettings.Arn': ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    'Tablesrecords.Arn': ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:Query'],
    'Tablesrecords.Arn/index/byAccount': ['dynamodb:Query'],
    'Tablesrecords.Arn/index/byPending': ['dynamodb:Query'],
    'Tablesjournal.Arn': ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:Query'],
    'Tablesjournal.Arn/index/byAccount': ['dynamodb:Query'],
    'Tablesjournal.Arn/index/bySalon': ['dynamodb:Query'],
    'Tablesjournal.Arn/index/byProblem': ['dynamodb:Query'],
    'Tablesjobs.Arn': records,
    'jobsQueue.Arn': ['sqs:GetQueueAttributes', 'sqs:SendMessage'],
    'deliveryQueue.Arn': ['sqs:SendMessage'],
    'arn:aws:ssm:eu-central-1:111122223333:parameter/profsalon-connector-dev/comagic/*': [
      'ssm:DeleteParameter',
      'ssm:PutParameter',
    ],
    'bookingsQueue.Arn': ['sqs:GetQueueAttributes', 'sqs:SendMessage'],
    'bookingsQueueDeadLetters.Arn': ['sqs:GetQueueAttributes'],
    'dealsQueue.Arn': ['sqs:GetQueueAttributes', 'sqs:SendMessage'],
    'dealsQueueDeadLetters.Arn': ['sqs:GetQueueAttributes'],
  },
};

function statementsOf(stack: Synthesised, name: string): Statement[] {
  return ofType(stack, 'AWS::IAM::Policy').flatMap(([, { Properties }]) => {
    const roles = (Properties['Roles'] as unknown[]).map(readable);
    const { Statement } = Properties['PolicyDocument'] as { Statement: Statement[] };
    return roles.includes(`${name}Role`) ? Statement : [];
  });
}

function grantsOf(stack: Synthesised, name: string): Grants {
  const grants: Record<string, Set<string>> = {};
  for (const { Action, Resource, Effect } of statementsOf(stack, name)) {
    expect(Effect).toBe('Allow');
    for (const resource of [Resource].flat()) {
      for (const action of [Action].flat()) (grants[readable(resource)] ??= new Set()).add(action);
    }
  }
  return Object.fromEntries(Object.entries(grants).map(([resource, actions]) => [resource, [...actions].sort()]));
}

export function grants(stack: () => Synthesised): void {
  describe('Least privilege', () => {
    it.each(Object.keys(expected))('gives %s exactly these actions on exactly these resources', (name) => {
      expect(grantsOf(stack(), name)).toEqual(expected[name]);
    });

    it('lets the door read hooks and salons of the settings, not accounts, members or audit lines', () => {
      const reading = statementsOf(stack(), 'webhook').filter(({ Action }) => Action === 'dynamodb:GetItem');
      expect(reading.map(({ Condition }) => Condition)).toEqual([
        { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['hook#*', 'account#*'] } },
      ]);
    });

    it('lets jobs write erasures, audit lines and what has neighbours into the settings, and nothing else', () => {
      const writing = statementsOf(stack(), 'jobs').filter(
        ({ Action, Resource }) => Action === 'dynamodb:PutItem' && readable(Resource) === 'Tablessettings.Arn',
      );
      expect(writing.map(({ Condition }) => Condition)).toEqual([
        { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['erasures#*', 'neighbours#*', 'audit#*'] } },
      ]);
    });

    it('lets who sends write among salons and audit lines, where the catalog stands, and no account, member or hook', () => {
      const writing = statementsOf(stack(), 'delivery').filter(
        ({ Action, Resource }) => Action === 'dynamodb:PutItem' && readable(Resource) === 'Tablessettings.Arn',
      );
      expect(writing.map(({ Condition }) => Condition)).toEqual([
        { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['account#*', 'audit#*'] } },
      ]);
    });

    it('lets the cabinet remove of settings and records what test deliveries have made, and nothing else', () => {
      const removing = statementsOf(stack(), 'admin').filter(
        ({ Action, Resource }) => Action === 'dynamodb:DeleteItem' && readable(Resource) !== 'Tablesjournal.Arn',
      );
      expect(removing.map(({ Resource, Condition }) => [readable(Resource), Condition])).toEqual([
        ['Tablessettings.Arn', { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['test#*#*'] } }],
        ['Tablesrecords.Arn', { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['test_*'] } }],
      ]);
    });

    it('gives each function a role of its own and no policy of AWS', () => {
      const functions = ofType(stack(), 'AWS::Lambda::Function').map(([, { Properties }]) =>
        readable(Properties['Role']),
      );
      expect(functions.sort()).toEqual(
        ['admin', 'bookings', 'deals', 'delivery', 'jobs', 'parked', 'webhook'].map((name) => `${name}Role.Arn`),
      );
      for (const [, { Properties }] of ofType(stack(), 'AWS::IAM::Role')) {
        expect(Properties['ManagedPolicyArns']).toBeUndefined();
      }
    });
  });
}
