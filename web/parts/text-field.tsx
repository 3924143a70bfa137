import { useId } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField as AriaTextField } from 'react-aria-components/TextField';

export interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  about?: string | undefined;
  error?: string | undefined;
  isReadOnly?: boolean;
  isDisabled?: boolean;
  type?: 'text' | 'email' | 'password';
  placeholder?: string;
  /** Ids, keys and addresses: every character is told from every other. */
  code?: boolean;
  /** The browser offers nothing unless it is said what. */
  autoComplete?: string;
  name?: string;
  list?: readonly string[];
}

export function TextField(props: TextFieldProps) {
  const { label, about, error, placeholder, code = false, autoComplete = 'off', list, ...field } = props;
  const listId = useId();
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
        {...(list && { list: listId })}
        spellCheck="false"
      />
      {list && (
        <datalist id={listId}>
          {list.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
      {about !== undefined && error === undefined && (
        <Text slot="description" className="about">
          {about}
        </Text>
      )}
      <FieldError className="error">{error}</FieldError>
    </AriaTextField>
  );
}
