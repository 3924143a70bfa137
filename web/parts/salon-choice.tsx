import { useWords } from './language.tsx';
import { useSalonNames } from './salon-names.ts';
import { Select } from './select.tsx';

/** Of a choice that lets every salon pass. */
export const everySalon = 'all';

/** One salon of the account, or all. */
export function SalonChoice({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { salons: said } = useWords();
  const { options } = useSalonNames();
  return (
    <Select
      label={said.columns.salon}
      options={[{ id: everySalon, name: said.all }, ...options]}
      value={value}
      onChange={onChange}
      search
    />
  );
}
