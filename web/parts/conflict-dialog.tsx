import { useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { useLateWords } from './late-words.ts';
import { TableHead } from './table-head.tsx';

export type Side = 'yours' | 'theirs';

/** A field in which yours and theirs differ, its values as people read them. */
export interface Difference<Name extends string> {
  name: Name;
  label: string;
  was: string;
  yours: string;
  theirs: string;
}

interface ConflictDialogProps<Name extends string> {
  /** Who saved theirs, and when. */
  about: ReactNode;
  differences: readonly Difference<Name>[];
  /** The side of each field until another is chosen. */
  sides: ReadonlyMap<Name, Side>;
  isSaving: boolean;
  onClose: () => void;
  onChosen: (chosen: ReadonlyMap<Name, Side>) => void;
}

/** A save that came too late, field by field: what it was, yours, theirs. */
export function ConflictDialog<Name extends string>(props: ConflictDialogProps<Name>) {
  const { about, differences, sides, isSaving, onClose, onChosen } = props;
  const { conflict: said } = useLateWords().salon;
  const [chosen, setChosen] = useState(sides);
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
      <p>{about}</p>
      <table className="table table-conflict">
        <TableHead columns={[said.field, said.was, said.yours, said.theirs]} />
        <tbody>
          {differences.map((difference) => (
            <Row
              key={difference.name}
              difference={difference}
              side={chosen.get(difference.name)}
              onChoose={(side) => {
                setChosen((known) => new Map(known).set(difference.name, side));
              }}
            />
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

interface RowProps {
  difference: Difference<string>;
  side: Side | undefined;
  onChoose: (side: Side) => void;
}

function Row({ difference, side, onChoose }: RowProps) {
  const { conflict: said } = useLateWords().salon;
  const { name, label, was } = difference;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td data-label={said.was}>{was}</td>
      {(['yours', 'theirs'] as const).map((option) => (
        <td key={option} data-label={said[option]}>
          <label className="choice">
            <input
              type="radio"
              name={name}
              checked={side === option}
              aria-label={`${label}: ${said[option]}, ${difference[option]}`}
              onChange={() => {
                onChoose(option);
              }}
            />
            <span>{difference[option]}</span>
          </label>
        </td>
      ))}
    </tr>
  );
}
