import type { Answer, FunnelRow } from '../../model/data-api.ts';
import type { FoldedUserField } from '../../model/records.ts';
import { haltOf } from './halt-of.ts';
import type { Halt, Session } from './lane.ts';
import type { SalonContext } from './salon-context.ts';

/** Something that records name by an id, as it is to be called there. */
export interface Named {
  /** Of its kind and id. */
  name: string;
  told: string;
  create: () => Promise<Answer<unknown>>;
  change: () => Promise<Answer<unknown>>;
  /** What is made with it. */
  with?: { name: string; told: string }[];
}

/** Makes or renames what is not there, or called otherwise. What is there already is as good as made. */
export async function ensureNamed(session: Session, wanted: readonly Named[]): Promise<Halt> {
  for (const one of new Map(wanted.map((named) => [named.name, named])).values()) {
    const halt = await ensureOne(session, one);
    if (halt !== undefined) return halt;
  }
  return undefined;
}

/** `isSecond`: what was refused is tried once otherwise, and no more. */
async function ensureOne(session: Session, named: Named, isSecond = false): Promise<Halt> {
  const told = await toldOf(session, named.name);
  if (told === named.told) return undefined;
  if (!session.hasTime()) return { halt: 'again' };
  const answer = told === undefined ? await named.create() : await named.change();
  if (answer.outcome === 'again' || answer.outcome === 'account') return haltOf(answer);
  return answer.outcome === 'row' && !isSecond ? refused(session, named, { told, answer }) : done(session, named, told);
}

interface Refused {
  told: string | undefined;
  answer: Extract<Answer<unknown>, { outcome: 'row' }>;
}

/** What is there already is renamed, what is gone made anew; any other stays refused until it is called otherwise, and records that name it say so. */
async function refused(session: Session, named: Named, { told, answer }: Refused): Promise<Halt> {
  if (answer.mnemonic === 'duplicate_entity' && told === undefined) {
    await keep(session, named.name, unknownName);
    return ensureOne(session, named, true);
  }
  if (answer.mnemonic !== 'entity_not_found' || told === undefined) return done(session, named, told);
  await forget(session, named.name);
  return ensureOne(session, named, true);
}

async function done(session: Session, named: Named, told: string | undefined): Promise<Halt> {
  const made = told === undefined ? (named.with ?? []) : [];
  for (const one of [named, ...made]) await keep(session, one.name, one.told);
  return undefined;
}

/** A name that nothing has. */
const unknownName = ' ';

export async function forget({ deps, account, known }: Session, name: string): Promise<void> {
  known.delete(name);
  await deps.putNamedSent(account.key, name, undefined);
}

async function keep({ deps, account, known }: Session, name: string, told: string): Promise<void> {
  known.set(name, told);
  await deps.putNamedSent(account.key, name, told);
}

async function toldOf({ deps, account, known }: Session, name: string): Promise<string | undefined> {
  const told = known.get(name) ?? (await deps.namedSent(account.key, name));
  if (told !== undefined) known.set(name, told);
  return told;
}

/** A funnel with its stages. */
export function funnelNamed({ ask }: Session, funnel: FunnelRow): Named[] {
  const { success, failed, in_process } = funnel.stages;
  const final = [success, failed].map((stage) => ({ ...stage, order: 0 }));
  const stages = [...in_process, ...final].map(({ ext_id, name, order }): Named => {
    const place = { sales_funnel_ext_id: funnel.ext_id, ext_id, name };
    return {
      name: `stage#${ext_id}`,
      told: `${order} ${name}`,
      create: () => ask('create.sales_funnel_stages', { ...place, order }),
      change: () => ask('update.sales_funnel_stages', order === 0 ? place : { ...place, order }),
    };
  });
  const itself = { ext_id: funnel.ext_id, name: funnel.name };
  return [
    {
      name: `funnel#${funnel.ext_id}`,
      told: funnel.name,
      create: () => ask('create.sales_funnel', funnel),
      change: () => ask('update.sales_funnel', itself),
      with: stages,
    },
    ...stages,
  ];
}

export function employeeNamed({ ask }: Session, extId: string, name: string): Named {
  const row = { ext_id: extId, name };
  return {
    name: `employee#${extId}`,
    told: name,
    create: () => ask('create.deal_employees', row),
    change: () => ask('update.deal_employees', row),
  };
}

/** Custom fields that have a value and can be told apart. */
export function fieldsNamed(
  session: Session,
  of: 'deal' | 'request',
  { fieldExtId, fieldName }: Pick<SalonContext, 'fieldExtId' | 'fieldName'>,
  fields: readonly FoldedUserField[],
): Named[] {
  return fields.flatMap((field) => {
    const extId = field.value === undefined ? undefined : fieldExtId(field);
    return extId === undefined ? [] : [fieldNamed(session, of, extId, fieldName(field))];
  });
}

/** All are texts, for a number that is none would be refused. */
function fieldNamed({ ask }: Session, of: 'deal' | 'request', extId: string, name: string): Named {
  const row = { ext_id: extId, name };
  const create = of === 'deal' ? ('create.deal_user_field' as const) : ('create.offline_message_user_field' as const);
  const change = of === 'deal' ? ('update.deal_user_field' as const) : ('update.offline_message_user_field' as const);
  return {
    name: `${of}-field#${extId}`,
    told: name,
    create: () => ask(create, { ...row, data_type: 'string' }),
    change: () => ask(change, row),
  };
}
