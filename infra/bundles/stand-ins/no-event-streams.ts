/**
 * Takes the place of `@smithy/core/event-streams` in the bundles (infra/bundling.ts). Neither DynamoDB nor SQS has an operation
 * that streams; the SDK loads the module when one does, and esbuild would keep all that it stands on, 7 KB compressed.
 */
export const eventStreamSerdeProvider = undefined;

export function EventStreamSerde(): never {
  throw new Error('event streams are left out of this bundle');
}
