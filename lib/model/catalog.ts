import * as v from 'valibot';

export const idForm = /^-?\d{1,20}$/;
const idSchema = v.pipe(v.string(), v.trim(), v.regex(idForm));
const nameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255));

/** get.campaigns of the Data API; `-1` is "Посетители без рекламной кампании". */
const campaignSchema = v.object({
  id: idSchema,
  name: nameSchema,
  status: v.optional(v.picklist(['active', 'inactive']), 'active'),
  siteId: v.optional(idSchema),
});
/** get.sources of the Data API. */
const sourceSchema = v.object({
  id: idSchema,
  name: nameSchema,
  state: v.optional(v.picklist(['active', 'off', 'removed']), 'active'),
});
/** get.sites of the Data API. */
const siteSchema = v.object({
  id: idSchema,
  domainName: nameSchema,
  state: v.optional(v.picklist(['new', 'disable', 'error', 'work']), 'work'),
});

/** Entries of a list, at most. */
export const mostEntries = 5000;
/** The reference lists of an account that the settings page picks from, one stored item a list. */
export const catalogSchemas = {
  campaigns: v.pipe(v.array(campaignSchema), v.maxLength(mostEntries)),
  sources: v.pipe(v.array(sourceSchema), v.maxLength(mostEntries)),
  sites: v.pipe(v.array(siteSchema), v.maxLength(mostEntries)),
};
export const catalogNameSchema = v.picklist([
  'campaigns',
  'sources',
  'sites',
] satisfies (keyof typeof catalogSchemas)[]);
export type CatalogName = v.InferOutput<typeof catalogNameSchema>;
/** What a list has of each thing. */
export interface CatalogEntry {
  campaigns: v.InferOutput<typeof campaignSchema>;
  sources: v.InferOutput<typeof sourceSchema>;
  sites: v.InferOutput<typeof siteSchema>;
}
export type Catalog = { [N in CatalogName]: CatalogEntry[N][] };

/** A list as a version of it, which counts the saves: 0 is the empty list that nobody saved. */
export interface CatalogList<N extends CatalogName> {
  items: CatalogEntry[N][];
  version: number;
}
/** `isFilled`: it was last saved as CoMagic has it. */
export interface StoredList<N extends CatalogName> extends CatalogList<N> {
  isFilled: boolean;
}
/** `isManaged`: CoMagic fills it, so that it cannot be saved by hand. */
export interface ShownList<N extends CatalogName> extends CatalogList<N> {
  isManaged: boolean;
}
