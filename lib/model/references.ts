import * as v from 'valibot';
import { present } from './present.ts';
import { personalSchema } from './record-fields.ts';
import { phoneSchema } from './reading.ts';
import { daySchema, instantSchema } from './words.ts';

const referenceKindSchema = v.picklist(['pipeline', 'stage', 'manager', 'staff', 'field']);
export const referenceKinds = referenceKindSchema.options;
export type ReferenceKind = v.InferOutput<typeof referenceKindSchema>;

const text = v.optional(v.string());

/**
 * What one event said of something that has an id: its name with what was said beside it. `day`: the last UTC day of the
 * version on which it was said so; `version`: the smallest of that day.
 */
const tupleSchema = v.object({
  name: text,
  type: text,
  order: text,
  role: text,
  day: daySchema,
  version: instantSchema,
});
export type Tuple = v.InferOutput<typeof tupleSchema>;

const referenceEntries = {
  kind: referenceKindSchema,
  key: v.string(),
  id: text,
  /** Of a stage: the sender's pipeline key, when it named one. */
  pipelineKey: text,
  /** The smallest version that named it: the order of stages that have none. */
  first: v.string(),
};

/**
 * A pipeline, stage, manager, member of staff or custom field as the salon names it. `key` is unique within salon and kind; a
 * stage's is made of the sender's pipeline (or none) and its id or lower-cased name.
 */
export const referenceSchema = v.object({
  v: v.literal(2),
  ...referenceEntries,
  tuples: v.array(tupleSchema),
  /** Of a stage: whether a deal named it that stands in the default pipeline, and in the salon's own. */
  inDefault: v.optional(v.literal(true)),
  inOwn: v.optional(v.literal(true)),
});
export type Reference = v.InferOutput<typeof referenceSchema>;

const registerV1 = v.object({ value: v.string(), version: instantSchema });
type PropertiesV1 = Record<string, v.InferOutput<typeof registerV1>>;

/** Version 1 kept one register a property: those of one version were said together. */
function tuplesOfV1(properties: PropertiesV1): Tuple[] {
  const told = Object.entries(properties).filter(([name]) => name !== 'inDefault' && name !== 'inOwn');
  return [...Map.groupBy(told, ([, { version }]) => version)].map(([version, group]) => ({
    ...Object.fromEntries(group.map(([name, { value }]) => [name, value])),
    day: version.slice(0, 10),
    version,
  }));
}

function flagIn(properties: PropertiesV1, name: string): true | undefined {
  return properties[name] === undefined ? undefined : true;
}

export const referenceV1Schema = v.pipe(
  v.object({ v: v.literal(1), ...referenceEntries, properties: v.record(v.string(), registerV1) }),
  v.transform(({ properties, ...rest }): v.InferInput<typeof referenceSchema> => ({
    ...rest,
    v: 2 as const,
    tuples: tuplesOfV1(properties),
    ...present({ inDefault: flagIn(properties, 'inDefault'), inOwn: flagIn(properties, 'inOwn') }),
  })),
  referenceSchema,
);

/** A contact as its list shows it: `id` is ours, `extId` the sender's of the client. */
export const contactItemSchema = v.object({
  id: v.string(),
  salon: v.string(),
  salonId: text,
  extId: text,
  name: personalSchema(text),
  phones: personalSchema(v.array(v.string())),
  emails: personalSchema(v.array(v.string())),
  createdDateTime: instantSchema,
});
export type ContactItem = v.InferOutput<typeof contactItemSchema>;

/** A manager as the list shows them: `id` is ours, `extId` the sender's; `first`: the smallest version that named them. */
const managerItemSchema = v.object({
  id: v.string(),
  salon: v.string(),
  salonId: text,
  extId: text,
  name: text,
  role: text,
  first: v.string(),
});
export type Manager = v.InferOutput<typeof managerItemSchema>;
export const managersAnswerSchema = v.object({ items: v.array(managerItemSchema) });

const contactEntries = {
  key: v.string(),
  id: text,
  phones: v.array(phoneSchema),
  emails: v.array(v.string()),
  createdDateTime: instantSchema,
};

/** A contact of a salon. `key`: from the sender's client id, else an HMAC of a phone or e-mail. Sets only grow (the 50 smallest stay). */
export const contactSchema = v.object({ v: v.literal(2), ...contactEntries, tuples: v.array(tupleSchema) });
export type Contact = v.InferOutput<typeof contactSchema>;

/** A contact in the list of its account; `salon`: our key of its salon. What registers keep beside the name stays in the record. */
export const listedContactSchema = v.object({
  salon: v.string(),
  key: v.string(),
  id: text,
  name: text,
  phones: v.array(v.string()),
  emails: v.array(v.string()),
  createdDateTime: instantSchema,
});
export type ListedContact = v.InferOutput<typeof listedContactSchema>;

export const contactV1Schema = v.pipe(
  v.object({ v: v.literal(1), ...contactEntries, name: v.optional(registerV1) }),
  v.transform(({ name, ...rest }): v.InferInput<typeof contactSchema> => ({
    ...rest,
    v: 2 as const,
    tuples: name === undefined ? [] : tuplesOfV1({ name }),
  })),
  contactSchema,
);
