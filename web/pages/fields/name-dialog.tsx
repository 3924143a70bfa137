import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useLateWords, type LateWords } from '../../parts/late-words.ts';
import { useWords } from '../../parts/language.tsx';
import { Select, type Option } from '../../parts/select.tsx';
import type { Row, TaughtAs } from './names.ts';
import { isRead, useReadAs } from './read-as.ts';

interface NameDialogProps {
  row: Row;
  onClose: () => void;
  onNamed: (as: TaughtAs | undefined) => void;
}

const none = 'none';

/** Says of a path what stands there. */
export function NameDialog({ row, onClose, onNamed }: NameDialogProps) {
  const { states } = useWords();
  const { fields, taught } = useLateWords();
  const read = useReadAs()(row);
  const [as, setAs] = useState<TaughtAs | typeof none>(row.taught ?? none);
  const options: Option<TaughtAs | typeof none>[] = [{ id: none, name: fields.nothing }, ...optionsOf(taught)];
  return (
    <Dialog
      title={fields.nameTitle}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{states.cancel}</Button>
          <Button
            look="main"
            onPress={() => {
              onNamed(as === none ? undefined : as);
            }}
          >
            {fields.set}
          </Button>
        </>
      }
    >
      <code className="path">{row.path}</code>
      <p>{read !== '' ? fields.now(read) : isRead(row) ? fields.nowKnown : fields.nowNot}</p>
      <div className="wide">
        <Select label={fields.as} options={options} value={as} onChange={setAs} search />
      </div>
      <p className="about">{fields.nameAbout}</p>
    </Dialog>
  );
}

function optionsOf(names: LateWords['taught']): Option<TaughtAs>[] {
  const options: Option<TaughtAs>[] = [];
  let id: keyof typeof names;
  for (id in names) options.push({ id, name: names[id], detail: id });
  return options;
}
