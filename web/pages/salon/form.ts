import { createContext, use } from 'react';
import { CallError } from '../../api/client.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { isFieldCode, type ConnectionField, type SettingName } from '../../words/codes.ts';
import { draftOf, type Draft, type Salon } from './draft.ts';

/** What each section of the form works on. */
export interface Form {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  /** Field → what is wrong with it, as the last save was answered. */
  faults: Readonly<Record<string, string>>;
  isReadOnly: boolean;
}

/** The same, with what is wrong today with what is saved and not changed in the form. */
export interface FormWithProblems extends Form {
  problems: Readonly<Record<string, string>>;
}

export const FormContext = createContext<FormWithProblems | undefined>(undefined);

export function useForm(): FormWithProblems {
  const form = use(FormContext);
  if (form === undefined) throw new Error('There is no form around this.');
  return form;
}

/** What must be filled in hangs on these. */
const switches = ['isActive', 'requireToken', 'sendRequests', 'sendDeals', 'attributeTo'] as const;

/** Of fields that nobody has touched, as long as the same is wanted of them. */
export function problemsOf(salon: Salon | undefined, draft: Draft): Record<string, string> {
  if (salon === undefined) return {};
  const saved: Partial<Record<SettingName, unknown>> = draftOf(salon);
  const now: typeof saved = draft;
  if (switches.some((name) => now[name] !== saved[name])) return {};
  const standing = salon.problems.filter(({ field }) => now[field] === saved[field]);
  return Object.fromEntries(standing.map(({ field, code }) => [field, code]));
}

/** What a refused save says of the fields; a code of a part (`stageTypes.*`) is the whole field's. */
export function faultsOf(error: unknown): Record<string, string> {
  if (!(error instanceof CallError)) return {};
  return Object.fromEntries(Object.entries(error.fields).map(([path, code]) => [path.split('.')[0] ?? path, code]));
}

/** The sentence under a field, if anything is wrong with it. */
export function useFaultOf(): (field: SettingName) => string | undefined {
  const { faults, problems } = useForm();
  const sentence = useSentence();
  return (field) => {
    const code = faults[field] ?? problems[field];
    return code === undefined ? undefined : sentence(field, code);
  };
}

/** What the reader of a call says of a form, as the rules of the settings would. */
const forms = new Map([
  ['max_length', 'too_long'],
  ['min_length', 'too_short'],
]);

/** What a code of a field says, and what to do about it; `undefined`: of a field of which nothing more can be said. */
export function useSentence(): (field: SettingName | ConnectionField | undefined, code: string) => string {
  const { ofAny, ofOne } = useLateWords().faults;
  return (field, code) => {
    const named = forms.get(code) ?? code;
    const known = isFieldCode(ofAny, named) ? named : 'invalid';
    return (field === undefined ? undefined : ofOne[`${field}.${known}`]) ?? ofAny[known];
  };
}
