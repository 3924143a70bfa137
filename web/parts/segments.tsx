import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { Icon, type IconName } from './icons.tsx';

interface SegmentsProps<Id extends string> {
  label: string;
  value: Id;
  options: readonly { id: Id; name: string; icon?: IconName }[];
  onChange: (id: Id) => void;
}

/** One of a few, side by side; with a picture the name is for those who hear or hover. */
export function Segments<Id extends string>({ label, value, options, onChange }: SegmentsProps<Id>) {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find(({ id }) => keys.has(id));
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      {options.map(({ id, name, icon }) => (
        <ToggleButton key={id} id={id} className="segment" {...(icon === undefined ? {} : { 'aria-label': name })}>
          {icon === undefined ? name : <Icon name={icon} size={16} />}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
