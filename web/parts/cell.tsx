import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { TextField } from 'react-aria-components/TextField';

interface CellProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  isReadOnly: boolean;
  code?: boolean;
}

/** A text of a table that can be edited; the table's head names it for those who see. */
export function Cell({ label, error, code = false, ...field }: CellProps) {
  return (
    <TextField
      {...field}
      className="field"
      aria-label={label}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      autoComplete="off"
    >
      <Input className={code ? 'input input-code' : 'input'} spellCheck="false" />
      <FieldError className="error">{error}</FieldError>
    </TextField>
  );
}
