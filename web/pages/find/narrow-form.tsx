import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { everySalon, SalonChoice } from '../../parts/salon-choice.tsx';
import type { Narrowed } from './use-find.ts';

/** Of which salon, and about which hour, it is to be told why nothing came. */
export function NarrowForm({ onNarrow }: { onNarrow: (narrowed: Narrowed) => void }) {
  const { find } = useLateWords();
  const format = useFormat();
  const [salon, setSalon] = useState(everySalon);
  const [local, setLocal] = useState('');
  const at = local === '' ? '' : format.instantOf(local);
  return (
    <form
      className="filters"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (at !== undefined) onNarrow({ salon: salon === everySalon ? '' : salon, at });
      }}
    >
      <SalonChoice value={salon} onChange={setSalon} />
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
