import { CodeLine } from '../../parts/code-line.tsx';
import { useLateWords } from '../../parts/late-words.ts';

/** The parameter of the Data API that a refusal names, in a word where there is one for it. */
export function RefusedField({ field }: { field: string | undefined }) {
  const { comagic, connection } = useLateWords();
  const name = field?.split('.').at(-1) ?? '';
  const known = Object.entries(comagic.parameters).find(([parameter]) => parameter === name);
  if (known === undefined) return <CodeLine name={connection.refused.field} code={field} isAside />;
  return (
    <p className="about" title={field}>
      {connection.refused.field}: {known[1]}
    </p>
  );
}
