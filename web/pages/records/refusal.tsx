import type { RefusedItem } from '../../../lib/model/api-outbound.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { RefusedField } from './refused-field.tsx';

/** Why CoMagic has refused a record, and what to do about it. */
export function Refusal({ refused: { mnemonic, field } }: { refused: Pick<RefusedItem, 'mnemonic' | 'field'> }) {
  const { comagic } = useLateWords();
  const isOfSession = mnemonic === 'entity_not_found' && field?.endsWith('visitor_session_id') === true;
  const { said, next } = isOfSession ? comagic.noSession : comagic.row[mnemonic];
  return (
    <>
      <p>{said}</p>
      <p className="about">{next}</p>
      <RefusedField field={field} />
    </>
  );
}
