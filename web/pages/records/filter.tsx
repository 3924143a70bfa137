import type { ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { useSalonNames } from '../../parts/salon-names.ts';
import { Select, type Option } from '../../parts/select.tsx';
import { Switch } from '../../parts/switch.tsx';
import type { SharedView } from './records-view.ts';

/** Of a choice that lets everything pass. */
const all = 'all';

interface FilterProps {
  label: string;
  options: readonly Option[];
  value: string | undefined;
  onChange: (value: string) => void;
  search?: boolean;
}

/** A choice that may be none; one of an address that is no choice any more is shown as it is. */
export function Filter({ label, options, value, onChange, search = false }: FilterProps) {
  const { filters } = useLateWords().records;
  const isKnown = value === undefined || options.some(({ id }) => id === value);
  return (
    <Select
      label={label}
      options={[{ id: all, name: filters.all }, ...options, ...(isKnown ? [] : [{ id: value, name: value }])]}
      value={value ?? all}
      onChange={(id) => {
        onChange(id === all ? '' : id);
      }}
      search={search}
    />
  );
}

/** Choices of a dictionary. */
export function optionsOf<Id extends string>(ids: readonly Id[], names: Record<Id, string>): Option[] {
  return ids.map((id) => ({ id, name: names[id] }));
}

interface FiltersProps {
  view: SharedView;
  onChange: (change: SharedView) => void;
  /** Whether anything is left out, and how to let all pass again. */
  isFiltered: boolean;
  onReset: () => void;
  children: ReactNode;
}

/** Period and salon, then what the list has beside. */
export function Filters({ view, onChange, isFiltered, onReset, children }: FiltersProps) {
  const { filters } = useLateWords().records;
  const { options } = useSalonNames();
  return (
    <search className="filters" aria-label={filters.label}>
      <DateField
        label={filters.from}
        value={view.from ?? ''}
        onChange={(from) => {
          onChange({ from });
        }}
      />
      <DateField
        label={filters.to}
        value={view.to ?? ''}
        onChange={(to) => {
          onChange({ to });
        }}
      />
      <Filter
        label={filters.salon}
        options={options}
        value={view.salon}
        onChange={(salon) => {
          onChange({ salon });
        }}
        search
      />
      {children}
      <Switch
        label={filters.hidden}
        isSelected={view.hidden === 'true'}
        onChange={(isSelected) => {
          onChange({ hidden: isSelected ? 'true' : '' });
        }}
      />
      {isFiltered && <Button onPress={onReset}>{filters.reset}</Button>}
    </search>
  );
}

/** A change that takes every part of a view away but how its table looks. */
export function cleared(view: object): Record<string, string> {
  const looks = ['order', 'columns'];
  return Object.fromEntries(
    Object.keys(view)
      .filter((name) => !looks.includes(name))
      .map((name) => [name, '']),
  );
}
