import { postSample } from '../blackbox/salon.ts';
import type { Target } from '../blackbox/target.ts';
import { python } from './engine.ts';
import { allow, roleOf } from './iam.ts';
import { fetchAs } from './lead.ts';
import { run } from './run.ts';

export interface Workaround {
  name: string;
  /** What the engine lacks or misjudges. */
  reason: string;
  /** Whether the engine still does: asked before it is applied. */
  needed: (target: Target) => Promise<boolean>;
  apply: () => Promise<void>;
}

const knowsLeadingKeys = `
from ministack.core.iam_actions import dynamodb_service_context
print("dynamodb:LeadingKeys" in dynamodb_service_context(b'{"Key": {"pk": {"S": "x"}}}'))`;

/** All that this test does to help the engine, and nothing of it in infra/. It fails when one is no longer needed. */
export const workarounds: readonly Workaround[] = [
  {
    name: 'hostNames',
    reason: "AWS's host names have no DNS here, and the engine serves an API under a host of its own alone (lead.ts).",
    needed: async ({ url }) => {
      const answer = await fetchAs(new URL(url).hostname, new Request(`${url}/api/me`));
      return answer.status !== 401;
    },
    // By lead.ts, in this process and in jest.
    apply: () => Promise.resolve(),
  },
  {
    name: 'keySets',
    reason:
      "With TLS on, the engine's authorizer still fetches its user pools' keys over plain HTTP from its own port, " +
      'and refuses every token when that fails: key-set-proxy.ts is its HTTP proxy.',
    needed: async () => Number(await (await fetch(`${process.env['DEPLOY_KEY_SETS'] ?? ''}/used`)).text()) > 0,
    // When the engine starts (engine.ts).
    apply: () => Promise.resolve(),
  },
  {
    name: 'batchActions',
    reason:
      'The engine asks for sqs:SendMessageBatch, which AWS does not have: there sqs:SendMessage covers the batch. ' +
      'Source: "Actions, resources, and condition keys for Amazon SQS", Service Authorization Reference.',
    needed: async ({ salon }) => (await postSample('booking-created.json', salon)).status === 503,
    apply: async () => {
      for (const name of ['webhook', 'bookings', 'deals', 'delivery', 'admin'])
        await allow(await roleOf(name), 'engine-batch-actions', ['sqs:SendMessageBatch']);
    },
  },
  {
    name: 'leadingKeys',
    reason:
      'The engine gives IAM no dynamodb:LeadingKeys, and takes a condition ForAllValues on what is not there for met: ' +
      'every role reads every item of its table. leading_keys.py adds it, to the one item of a GetItem, which is all that ' +
      'our conditions are about. Source: "Using IAM policy conditions for fine-grained access control", DynamoDB ' +
      'developer guide.',
    needed: async () => (await run(python, ['-c', knowsLeadingKeys], process.env)).output.trim() === 'False',
    // When the engine starts (engine.ts).
    apply: () => Promise.resolve(),
  },
];
