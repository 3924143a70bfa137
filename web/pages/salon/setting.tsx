import type { ReactNode } from 'react';
import { useLateWords } from '../../parts/late-words.ts';
import { Switch } from '../../parts/switch.tsx';
import { TextField, type TextFieldProps } from '../../parts/text-field.tsx';
import { useFaultOf, useForm } from './form.ts';

type TextName = 'token' | 'salonId' | 'salonLogin' | 'salonName' | 'currency';
type MarkerName = 'isActive' | 'sendRequests' | 'sendDeals' | 'useDefaultPipeline' | 'requireToken';

type TextSettingProps = Pick<TextFieldProps, 'about' | 'placeholder' | 'code'> & { name: TextName };

/** A text of the settings, as the form has it; what is wrong with it stands under it. */
export function TextSetting({ name, ...look }: TextSettingProps) {
  const { fields } = useLateWords().salon;
  const { draft, set, isReadOnly } = useForm();
  const fault = useFaultOf();
  return (
    <TextField
      {...look}
      label={fields[name]}
      value={draft[name]}
      onChange={(value) => {
        set({ [name]: value });
      }}
      error={fault(name)}
      isReadOnly={isReadOnly}
      name={name}
    />
  );
}

/** A marker of the settings, likewise. */
export function MarkerSetting({ name, about }: { name: MarkerName; about: ReactNode }) {
  const { fields } = useLateWords().salon;
  const { draft, set, isReadOnly } = useForm();
  const fault = useFaultOf();
  return (
    <Switch
      label={fields[name]}
      isSelected={draft[name]}
      onChange={(isOn) => {
        set({ [name]: isOn });
      }}
      about={about}
      error={fault(name)}
      isReadOnly={isReadOnly}
    />
  );
}
