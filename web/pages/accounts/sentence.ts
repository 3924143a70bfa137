import { useLateWords } from '../../parts/late-words.ts';
import { isFieldCode } from '../../words/codes.ts';

/** What a code of a field says of a form that is no salon's. */
export function useSentence(): (code: string | undefined) => string | undefined {
  const { ofAny } = useLateWords().faults;
  return (code) => {
    if (code === undefined) return undefined;
    const named = code === 'min_length' ? 'required' : code;
    return ofAny[isFieldCode(ofAny, named) ? named : 'invalid'];
  };
}
