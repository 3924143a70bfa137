import { useId } from 'react';

interface DateFieldProps {
  label: string;
  /** `2026-03-14`, or empty. */
  value: string;
  onChange: (value: string) => void;
}

/** A day, by the browser's own calendar. */
export function DateField({ label, value, onChange }: DateFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type="date"
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    </div>
  );
}
