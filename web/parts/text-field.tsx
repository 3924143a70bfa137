import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField as AriaTextField } from 'react-aria-components/TextField';

export interface TextFieldProps {
  label: string;
  value: string;
  /** None of one that is only read. */
  onChange?: (value: string) => void;
  about?: string | undefined;
  error?: string | undefined;
  /** Whether what is said about it stays beside an error. */
  keepsAbout?: boolean;
  isReadOnly?: boolean;
  isDisabled?: boolean;
  type?: 'text' | 'email' | 'password';
  placeholder?: string;
  /** Ids, keys and addresses: every character is told from every other. */
  code?: boolean;
  /** The browser offers nothing unless it is said what. */
  autoComplete?: string;
  name?: string;
}

export function TextField(props: TextFieldProps) {
  const { label, about, error, keepsAbout = false, placeholder, code = false, autoComplete = 'off', ...field } = props;
  return (
    <AriaTextField
      {...field}
      className="field"
      isInvalid={error !== undefined}
      autoComplete={autoComplete}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <Input
        className={code ? 'input input-code' : 'input'}
        {...(placeholder === undefined ? {} : { placeholder })}
        spellCheck="false"
      />
      {about !== undefined && (error === undefined || keepsAbout) && (
        <Text slot="description" className="about">
          {about}
        </Text>
      )}
      <FieldError className="error">{error}</FieldError>
    </AriaTextField>
  );
}
