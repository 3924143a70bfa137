/** A name of a field as the contract spells it, and as it is compared. */
export interface Name {
  spelled: string;
  /** Without case and separators: `createdAt`, `created_at` and `CREATED-AT` are one. */
  folded: string;
}
/** Names of one field, most telling first. */
export type Names = readonly Name[];

export const separators = /[\s_-]+/g;
/** Code units; no name that we know is longer. */
const longest = 64;

/** A sender's name as it is compared; undefined for one too long to be any of ours. */
export function foldedName(name: string): string | undefined {
  return name.length > longest ? undefined : folded(name);
}

/** Without case and separators, however long it is. */
export function folded(name: string): string {
  return name.toLowerCase().replace(separators, '');
}

export function named(...spellings: string[]): Names {
  return spellings.map((spelled) => ({ spelled, folded: folded(spelled) }));
}

/** The name of a part's field where it stands flat: `client` + `phone` → `client_phone`; `utm_source` is flat by itself. */
export function flatName(part: Name, field: Name): Name {
  if (field.folded.startsWith(part.folded) && field.folded !== part.folded) return field;
  return { spelled: `${part.spelled}_${field.spelled}`, folded: part.folded + field.folded };
}
