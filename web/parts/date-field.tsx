import { useId } from 'react';

interface DateFieldProps {
  label: string;
  /** `2026-03-14`, or empty. */
  value: string;
  onChange: (value: string) => void;
  about?: string;
  error?: string | undefined;
  isReadOnly?: boolean;
}

/** A day, by the browser's own calendar. */
export function DateField({ label, value, onChange, about, error, isReadOnly = false }: DateFieldProps) {
  const id = useId();
  const said = error ?? about;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type="date"
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
