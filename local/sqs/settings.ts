import * as v from 'valibot';

export const sizeLimit = 262_144;

/** A number that travels as text, with the default it has when it is not set. */
function numeric(min: number, max: number, standard: number) {
  const digits = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), v.minValue(min), v.maxValue(max));
  return v.optional(digits, String(standard));
}

const RedrivePolicy = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    deadLetterTargetArn: v.string(),
    maxReceiveCount: v.pipe(
      v.union([v.number(), v.pipe(v.string(), v.digits(), v.transform(Number))]),
      v.integer(),
      v.minValue(1),
      v.maxValue(1000),
    ),
  }),
);

/** An empty text takes the policy away. */
const Removed = v.pipe(
  v.literal(''),
  v.transform(() => undefined),
);

/**
 * The attributes of a queue, with AWS's ranges and defaults. AWS raised the size to 1 MiB in August 2025; the
 * services compatible with it did not, and code that keeps to the smaller limit runs on all of them.
 */
export const Settings = v.object({
  DelaySeconds: numeric(0, 900, 0),
  MaximumMessageSize: numeric(1024, sizeLimit, sizeLimit),
  MessageRetentionPeriod: numeric(60, 1_209_600, 345_600),
  ReceiveMessageWaitTimeSeconds: numeric(0, 20, 0),
  VisibilityTimeout: numeric(0, 43_200, 30),
  RedrivePolicy: v.optional(v.union([Removed, RedrivePolicy])),
});
export type Settings = v.InferOutput<typeof Settings>;
