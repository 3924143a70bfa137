import type { RefusedItem } from '../../../lib/model/api-outbound.ts';
import { useLateWords } from '../../parts/late-words.ts';

/** Why CoMagic has refused a record, and what to do about it. */
export function Refusal({ refused: { mnemonic, field } }: { refused: Pick<RefusedItem, 'mnemonic' | 'field'> }) {
  const { comagic, connection } = useLateWords();
  const { said, next } = comagic.row[mnemonic];
  return (
    <>
      <p>{said}</p>
      <p className="about">{next}</p>
      {field !== undefined && (
        <p className="about">
          {connection.refused.field}: <code>{field}</code>
        </p>
      )}
    </>
  );
}
