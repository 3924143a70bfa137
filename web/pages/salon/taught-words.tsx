import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Select, type Option } from '../../parts/select.tsx';
import { TextField } from '../../parts/text-field.tsx';
import type { Taught } from './draft.ts';
import { useForm } from './form.ts';

interface TaughtWordsProps<M extends string> {
  title: string;
  about: string;
  rows: readonly Taught<M>[];
  /** What a word may mean, and how that is called. */
  meanings: Record<M, string>;
  /** The meaning of a new row. */
  first: M;
  onChange: (rows: readonly Taught<M>[]) => void;
  error: string | undefined;
}

/** Words of the sender, each with what it means. */
export function TaughtWords<M extends string>(props: TaughtWordsProps<M>) {
  const { title, about, rows, meanings, first, onChange, error } = props;
  const { more } = useLateWords().salon;
  const { isReadOnly } = useForm();
  const options = optionsOf(meanings);
  const change = (at: number, row: Partial<Taught<M>>) => {
    onChange(rows.map((known, index) => (index === at ? { ...known, ...row } : known)));
  };
  return (
    <fieldset className="taught">
      <legend>{title}</legend>
      <p className="about">{about}</p>
      {rows.map(({ word, meaning }, at) => (
        <div className="taught-row" key={at}>
          <TextField
            label={more.word}
            value={word}
            onChange={(said) => {
              change(at, { word: said });
            }}
            isReadOnly={isReadOnly}
          />
          <Select
            label={more.meaning}
            options={options}
            value={meaning}
            onChange={(id) => {
              change(at, { meaning: id });
            }}
            isDisabled={isReadOnly}
          />
          {!isReadOnly && (
            <Button
              look="quiet"
              icon
              aria-label={`${more.remove}: ${word}`}
              onPress={() => {
                onChange(rows.filter((_, index) => index !== at));
              }}
            >
              <Icon name="trash" />
            </Button>
          )}
        </div>
      ))}
      {error !== undefined && <p className="error">{error}</p>}
      {!isReadOnly && (
        <div>
          <Button
            onPress={() => {
              onChange([...rows, { word: '', meaning: first }]);
            }}
          >
            <Icon name="plus" size={16} />
            {more.add}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function optionsOf<M extends string>(meanings: Record<M, string>): Option<M>[] {
  const options: Option<M>[] = [];
  for (const id in meanings) options.push({ id, name: meanings[id] });
  return options;
}
