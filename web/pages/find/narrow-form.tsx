import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { useSalonNames } from '../../parts/salon-names.ts';
import { Select } from '../../parts/select.tsx';
import type { Narrowed } from './use-find.ts';

/** Of a choice that lets everything pass. */
const all = 'all';

/** Of which salon, and about which hour, it is to be told why nothing came. */
export function NarrowForm({ onNarrow }: { onNarrow: (narrowed: Narrowed) => void }) {
  const { find } = useLateWords();
  const { options } = useSalonNames();
  const format = useFormat();
  const [salon, setSalon] = useState(all);
  const [local, setLocal] = useState('');
  const at = local === '' ? '' : format.instantOf(local);
  return (
    <form
      className="filters"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (at !== undefined) onNarrow({ salon: salon === all ? '' : salon, at });
      }}
    >
      <Select
        label={find.salon}
        options={[{ id: all, name: find.allSalons }, ...options]}
        value={salon}
        onChange={setSalon}
        search
      />
      <DateField
        label={find.expected}
        value={local}
        onChange={setLocal}
        error={at === undefined ? find.noTime : undefined}
        hasTime
      />
      <Button type="submit">{find.narrow}</Button>
    </form>
  );
}
