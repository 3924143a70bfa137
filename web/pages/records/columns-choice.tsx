import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Button } from '../../parts/button.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { namedColumns } from './chosen-columns.ts';

interface ColumnsChoiceProps {
  all: readonly { id: string; name: string }[];
  chosen: readonly { id: string }[];
  usual: readonly string[];
  /** As an address names them; empty for the usual ones. */
  onChange: (named: string) => void;
}

/** Which columns a list shows; the first always stands. */
export function ColumnsChoice({ all, chosen, usual, onChange }: ColumnsChoiceProps) {
  const { records } = useLateWords();
  const ids = chosen.map(({ id }) => id);
  return (
    <DialogTrigger>
      <Button>{records.columns}</Button>
      <Popover className="popover" offset={4}>
        <Dialog className="dialog" aria-label={records.columns}>
          <div className="columns-choice">
            {all.slice(1).map(({ id, name }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={ids.includes(id)}
                  onChange={({ currentTarget: { checked } }) => {
                    const next = all.slice(1).filter((one) => (one.id === id ? checked : ids.includes(one.id)));
                    onChange(
                      namedColumns(
                        next.map((one) => one.id),
                        usual,
                      ),
                    );
                  }}
                />
                {name}
              </label>
            ))}
            <Button
              onPress={() => {
                onChange('');
              }}
            >
              {records.columnsUsual}
            </Button>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
