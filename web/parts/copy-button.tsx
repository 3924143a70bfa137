import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icons.tsx';
import { useWords } from './language.tsx';

/** Copies a text, and says so for a moment. */
export function CopyButton({
  text,
  what,
  label,
  look = 'plain',
  onCopy,
}: {
  text: string;
  what: string;
  /** Instead of the word “copy”. */
  label?: string;
  look?: 'plain' | 'main';
  onCopy?: () => void;
}) {
  const [copied, setCopied] = useState(false);
  const { states } = useWords();
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => {
      setCopied(false);
    }, 2000);
    return () => {
      clearTimeout(timer);
    };
  }, [copied]);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    onCopy?.();
  };
  return (
    <Button
      look={look}
      aria-label={`${states.copy}: ${what}`}
      onPress={() => {
        void copy();
      }}
    >
      <Icon name={copied ? 'check' : 'copy'} size={16} />
      <span aria-live="polite">{copied ? states.copied : (label ?? states.copy)}</span>
    </Button>
  );
}
