import { useId } from 'react';

interface DateFieldProps {
  label: string;
  /** `2026-03-14`, with a time `2026-03-14T15:30`, or empty. */
  value: string;
  hasTime?: boolean;
  onChange: (value: string) => void;
  about?: string;
  error?: string | undefined;
  isReadOnly?: boolean;
}

/** A day, or a moment by the account's clocks, by the browser's own calendar. */
export function DateField({
  label,
  value,
  onChange,
  about,
  error,
  isReadOnly = false,
  hasTime = false,
}: DateFieldProps) {
  const id = useId();
  const said = error ?? about;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type={hasTime ? 'datetime-local' : 'date'}
        value={value}
        disabled={isReadOnly}
        aria-invalid={error !== undefined}
        {...(said === undefined ? {} : { 'aria-describedby': `${id}-about` })}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
      {said !== undefined && (
        <span id={`${id}-about`} className={error === undefined ? 'about' : 'error'}>
          {said}
        </span>
      )}
    </div>
  );
}
