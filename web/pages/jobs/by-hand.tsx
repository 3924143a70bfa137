import { CodeLine } from '../../parts/code-line.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Section } from '../../parts/section.tsx';
import { RefusedField } from '../records/refused-field.tsx';
import type { Job } from './job-state.tsx';

type ByHand = NonNullable<Job['byHand']>;

/** What an erasure has left for people to erase in CoMagic, by the ids under which it is found there. */
export function ByHand({ items }: { items: ByHand }) {
  const { byHand } = useLateWords().jobs;
  return (
    <Section title={byHand.title} about={byHand.about}>
      <ul className="checked">
        {items.map((item) => (
          <Left key={`${item.kind} ${item.id}`} item={item} />
        ))}
      </ul>
    </Section>
  );
}

function Left({ item: { kind, id, mnemonic, field, remoteId } }: { item: ByHand[number] }) {
  const { comagic, connection, jobs } = useLateWords();
  return (
    <li>
      <strong>{connection.refused.kind[kind]}</strong> <code className="path">{id}</code>
      <CodeLine name={connection.shown.remoteId} code={remoteId} />
      {mnemonic !== undefined && <p>{mnemonic === 'off' ? jobs.byHand.off : comagic.row[mnemonic].said}</p>}
      <RefusedField field={field} />
    </li>
  );
}
