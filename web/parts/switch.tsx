import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { SwitchButton, SwitchField } from 'react-aria-components/Switch';
import { Text } from 'react-aria-components/Text';

interface SwitchProps {
  label: string;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  about?: ReactNode;
  error?: string | undefined;
  isReadOnly?: boolean;
}

/** A marker of the settings: its name, what it does, and at the end of the line whether it is on. */
export function Switch({ label, about, error, isReadOnly = false, ...field }: SwitchProps) {
  return (
    <SwitchField
      {...field}
      className="marker"
      isDisabled={isReadOnly}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <SwitchButton className="switch">
        <span className="switch-label">{label}</span>
        <span className="switch-track" aria-hidden="true" />
      </SwitchButton>
      {about !== undefined && (
        <Text slot="description" elementType="div" className="about">
          {about}
        </Text>
      )}
      <FieldError className="error">{error}</FieldError>
    </SwitchField>
  );
}
