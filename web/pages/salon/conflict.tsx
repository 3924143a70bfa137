import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { TableHead } from '../../parts/table-head.tsx';
import { draftOf } from './draft.ts';
import { differencesOf, type Conflict, type Name, type Side } from './merge.ts';
import { useShown } from './shown.ts';

interface ConflictDialogProps {
  conflict: Conflict;
  isSaving: boolean;
  onClose: () => void;
  onChosen: (chosen: ReadonlyMap<Name, Side>) => void;
}

/** A save that came too late, field by field: what it was, yours, theirs. */
export function ConflictDialog({ conflict, isSaving, onClose, onChosen }: ConflictDialogProps) {
  const { conflict: said } = useLateWords().salon;
  const format = useFormat();
  const [chosen, setChosen] = useState(() => differencesOf(conflict));
  const choose = (name: Name, side: Side) => {
    setChosen((known) => new Map(known).set(name, side));
  };
  return (
    <Dialog
      title={said.title}
      isOpen
      look="wide"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{said.back}</Button>
          <Button
            look="main"
            isDisabled={isSaving}
            onPress={() => {
              onChosen(chosen);
            }}
          >
            {said.save}
          </Button>
        </>
      }
    >
      <p>
        {conflict.by !== undefined && said.by(conflict.by)} {said.about(format.moment(conflict.theirs.updatedAt))}
      </p>
      <table className="table table-conflict">
        <TableHead columns={[said.field, said.was, said.yours, said.theirs]} />
        <tbody>
          {[...chosen].map(([name, side]) => (
            <Row key={name} name={name} side={side} conflict={conflict} onChoose={choose} />
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

interface RowProps {
  name: Name;
  side: Side;
  conflict: Conflict;
  onChoose: (name: Name, side: Side) => void;
}

function Row({ name, side, conflict: { was, yours, theirs }, onChoose }: RowProps) {
  const { fields, conflict: said } = useLateWords().salon;
  const shown = useShown();
  const values = { yours: shown(name, yours), theirs: shown(name, draftOf(theirs), theirs.tokenLast4) };
  return (
    <tr>
      <th scope="row">{fields[name]}</th>
      <td data-label={said.was}>{shown(name, draftOf(was), was.tokenLast4)}</td>
      {(['yours', 'theirs'] as const).map((option) => (
        <td key={option} data-label={said[option]}>
          <label className="choice">
            <input
              type="radio"
              name={name}
              checked={side === option}
              aria-label={`${fields[name]}: ${said[option]}, ${values[option]}`}
              onChange={() => {
                onChoose(name, option);
              }}
            />
            <span>{values[option]}</span>
          </label>
        </td>
      ))}
    </tr>
  );
}
