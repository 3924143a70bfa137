import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Button } from 'react-aria-components/Button';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { SearchField } from 'react-aria-components/SearchField';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import { Icon } from './icons.tsx';
import { useWords } from './language.tsx';

export interface Option<Id extends string = string> {
  id: Id;
  name: string;
  /** What tells it from others of the same name. */
  detail?: string | undefined;
}

export interface SelectProps<Id extends string> {
  label: string;
  options: readonly Option<Id>[];
  value: Id | '';
  onChange: (id: Id) => void;
  about?: string | undefined;
  error?: string | undefined;
  isDisabled?: boolean;
  /** A field to search the list by, for lists that are long. */
  search?: boolean;
  /** The label is for those alone who hear it. */
  bare?: boolean;
  placeholder?: string | undefined;
}

export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, options, value, onChange, about, error, isDisabled = false, search = false, bare = false } = props;
  const words = useWords();
  const chosen = (id: unknown) => {
    const option = options.find((known) => known.id === id);
    if (option !== undefined) onChange(option.id);
  };
  return (
    <AriaSelect
      className="field"
      value={value === '' ? null : value}
      onChange={chosen}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      allowsEmptyCollection
      placeholder={props.placeholder ?? words.states.choose}
      validationBehavior="aria"
      {...(bare ? { 'aria-label': label } : {})}
    >
      {!bare && <Label>{label}</Label>}
      <Button className="input select-button">
        <SelectValue className="select-value" />
        <Icon name="chevron" size={16} />
      </Button>
      {about !== undefined && error === undefined && (
        <Text slot="description" className="about">
          {about}
        </Text>
      )}
      <FieldError className="error">{error}</FieldError>
      <Popover className="popover" offset={4}>
        {search ? <Searched options={options} /> : <Options options={options} />}
      </Popover>
    </AriaSelect>
  );
}

function Searched({ options }: { options: readonly Option[] }) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const { search } = useWords().states;
  return (
    <Autocomplete filter={contains}>
      <SearchField className="search" aria-label={search} autoFocus>
        <Icon name="search" size={16} />
        <Input className="search-input" placeholder={search} />
      </SearchField>
      <Options options={options} />
    </Autocomplete>
  );
}

function Options({ options }: { options: readonly Option[] }) {
  const { nothing } = useWords().states;
  return (
    <ListBox
      className="options"
      items={options}
      renderEmptyState={() => <div className="options-empty">{nothing}</div>}
    >
      {({ id, name, detail }) => (
        <ListBoxItem id={id} textValue={detail === undefined ? name : `${name} ${detail}`} className="option">
          <span className="option-name">{name}</span>
          {detail !== undefined && <span className="option-detail">{detail}</span>}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
