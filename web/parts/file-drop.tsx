import { useId } from 'react';
import { Icon } from './icons.tsx';

interface FileDropProps {
  words: { file: string; fileAbout: string; drop: string };
  /** What was chosen, in words. */
  chosen: string | undefined;
  error: string | undefined;
  onFile: (file: File) => void;
}

/** Takes a file, dropped or chosen; it stays in the browser. */
export function FileDrop({ words, chosen, error, onFile }: FileDropProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words.file}</label>
      <div className="drop">
        <Icon name="journal" />
        <span>{chosen ?? words.drop}</span>
        <input
          id={id}
          type="file"
          accept=".csv,.txt,text/csv"
          aria-describedby={`${id}-about`}
          onChange={({ currentTarget: { files } }) => {
            const file = files?.[0];
            if (file !== undefined) onFile(file);
          }}
        />
      </div>
      {error === undefined ? (
        <span id={`${id}-about`} className="about">
          {words.fileAbout}
        </span>
      ) : (
        <span id={`${id}-about`} className="error" role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
