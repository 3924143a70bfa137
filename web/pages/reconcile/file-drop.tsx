import { useId, useState } from 'react';
import { useLateWords } from '../../parts/late-words.ts';

interface FileDropProps {
  /** What was chosen, in words. */
  chosen: string | undefined;
  error: string | undefined;
  onFile: (file: File) => void;
}

/** Takes a file, dropped or chosen; it stays in the browser. */
export function FileDrop({ chosen, error, onFile }: FileDropProps) {
  const { reconcile } = useLateWords();
  const [over, setOver] = useState(false);
  const id = useId();
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) onFile(file);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{reconcile.file}</label>
      <div
        className="drop"
        {...(over ? { 'data-over': true } : {})}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <input
          id={id}
          type="file"
          accept=".csv,.txt,text/csv"
          aria-describedby={`${id}-about`}
          onChange={(event) => {
            take(event.currentTarget.files);
          }}
        />
        <span>{chosen ?? reconcile.drop}</span>
      </div>
      {error === undefined ? (
        <span id={`${id}-about`} className="about">
          {reconcile.fileAbout}
        </span>
      ) : (
        <span id={`${id}-about`} className="error" role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
