import type { RefusedItem } from '../../../lib/model/api-outbound.ts';
import { CodeLine } from '../../parts/code-line.tsx';
import { useLateWords } from '../../parts/late-words.ts';

/** Why CoMagic has refused a record, and what to do about it. */
export function Refusal({ refused: { mnemonic, field } }: { refused: Pick<RefusedItem, 'mnemonic' | 'field'> }) {
  const { comagic, connection } = useLateWords();
  const { said, next } = comagic.row[mnemonic];
  return (
    <>
      <p>{said}</p>
      <p className="about">{next}</p>
      <CodeLine name={connection.refused.field} code={field} isAside />
    </>
  );
}
