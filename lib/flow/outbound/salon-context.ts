import { knownNames, type KnownNames } from '../../domain/known-names.ts';
import { referenceKey } from '../../domain/references.ts';
import { todayWith, type Today } from '../../domain/today.ts';
import type { FoldedUserField } from '../../model/records.ts';
import type { Named } from '../../model/words.ts';
import type { Session } from './lane.ts';

/** What a salon's records are told with. */
export interface SalonContext {
  today: Today;
  /** The id of something that the salon names, unique in the account; undefined: it cannot be told apart. */
  extIdOf: (named: Named) => string | undefined;
  fieldExtId: (field: FoldedUserField) => string | undefined;
  /** What a custom field is called. */
  fieldName: (field: FoldedUserField) => string;
}

const kinds = ['stage', 'pipeline', 'manager', 'staff', 'field'] as const;

/** Read once of each salon and not before it is asked for, after the records that name what it holds; undefined: the account has no such salon. */
export function salonContexts({ deps, salons }: Session): (salonKey: string) => Promise<SalonContext | undefined> {
  const read = new Map<string, Promise<SalonContext | undefined>>();
  const contextOf = async (salonKey: string): Promise<SalonContext | undefined> => {
    const salon = salons.find(({ key }) => key === salonKey);
    if (salon === undefined) return undefined;
    const references = (await Promise.all(kinds.map((kind) => deps.listReferences(salonKey, kind)))).flat();
    const extIdOf = (named: Named) => {
      const key = referenceKey(named);
      return key && `${salonKey}.${key}`;
    };
    const fieldName = nameOfField(knownNames(references));
    return { today: todayWith(salon, references), extIdOf, fieldExtId: extIdOf, fieldName };
  };
  return (salonKey) => {
    const context = read.get(salonKey) ?? contextOf(salonKey);
    read.set(salonKey, context);
    return context;
  };
}

function nameOfField(names: KnownNames): SalonContext['fieldName'] {
  return (field) => {
    const { id, name = id } = names.named('field', field) ?? field;
    return name;
  };
}
