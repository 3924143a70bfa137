import { Button } from '../../parts/button.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { everySalon, SalonChoice } from '../../parts/salon-choice.tsx';
import { Select } from '../../parts/select.tsx';
import { Switch } from '../../parts/switch.tsx';
import type { Filters } from './filters.ts';

/** Of a choice that lets everything pass. */
const all = 'all';

export function FiltersBar({ filters, onChange }: { filters: Filters; onChange: (change: Filters) => void }) {
  const { journal } = useLateWords();
  const said = journal.filters;
  const set = (name: keyof Filters) => (value: string) => {
    onChange({ [name]: value === all ? '' : value });
  };
  return (
    <search className="filters" aria-label={said.label}>
      <SalonChoice
        value={filters.salon ?? everySalon}
        onChange={(salon) => {
          onChange({ salon: salon === everySalon ? '' : salon, problem: '' });
        }}
      />
      {filters.salon !== undefined && <ProblemFilter problem={filters.problem ?? all} onChange={set('problem')} />}
      <Select
        label={said.status}
        options={[{ id: all, name: said.allStatuses }, ...named(journal.status)]}
        value={filters.status ?? all}
        onChange={set('status')}
      />
      <Select
        label={said.kind}
        options={[{ id: all, name: said.allKinds }, ...named(journal.kinds)]}
        value={filters.kind ?? all}
        onChange={set('kind')}
      />
      <DateField label={said.from} value={filters.from ?? ''} onChange={set('from')} />
      <DateField label={said.to} value={filters.to ?? ''} onChange={set('to')} />
      <Switch
        label={said.warned}
        isSelected={filters.warned === 'true'}
        onChange={(isSelected) => {
          onChange({ warned: isSelected ? 'true' : '' });
        }}
      />
      <Switch
        label={said.imports}
        isSelected={filters.source === 'import'}
        onChange={(isSelected) => {
          onChange({ source: isSelected ? 'import' : '' });
        }}
      />
      {Object.keys(filters).length > 0 && (
        <Button
          onPress={() => {
            onChange({ salon: '', status: '', kind: '', from: '', to: '', warned: '', source: '', problem: '' });
          }}
        >
          {said.reset}
        </Button>
      )}
    </search>
  );
}

/** Of one salon lines are listed by what is wrong with them. */
function ProblemFilter({ problem, onChange }: { problem: string; onChange: (problem: string) => void }) {
  const { journal, reasons } = useLateWords();
  const options = Object.entries(reasons).map(([id, { name }]) => ({ id, name }));
  return (
    <Select
      label={journal.filters.problem}
      options={[{ id: all, name: journal.filters.allProblems }, ...options]}
      value={problem}
      onChange={onChange}
    />
  );
}

function named(words: Record<string, string>) {
  return Object.entries(words).map(([id, name]) => ({ id, name }));
}
