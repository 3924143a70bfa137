import * as v from 'valibot';

/** Of what kind a value is, as far as its look tells. */
export const valueKindSchema = v.picklist(['digits', 'money', 'date', 'phone', 'email', 'flag', 'text']);
export type ValueKind = v.InferOutput<typeof valueKindSchema>;

/** A path of an event, and what stands there. */
export interface Seen {
  /** As `unknownPaths` writes it. */
  path: string;
  /** The same without names that are a phone or an e-mail. */
  shown: string;
  /** Of the first value that says something; absent: none does. */
  kind?: ValueKind;
  /** Whether the reader knows what to do with it. */
  known: boolean;
}
