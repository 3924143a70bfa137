import { Button } from './button.tsx';
import { Icon } from './icons.tsx';
import { useLateWords } from './late-words.ts';

export interface SaveBarProps {
  /** There is something to save. */
  isShown: boolean;
  isSaving: boolean;
  /** The last save is what is shown. */
  isSaved: boolean;
  submit: string;
  onReset: (() => void) | undefined;
  /** Says what a save would change; none of what has no preview. */
  onPreview?: () => void;
  isLooking?: boolean;
}

/** Stays at the foot of the window while something is unsaved. */
export function SaveBar({ isShown, isSaving, isSaved, submit, onReset, onPreview, isLooking = false }: SaveBarProps) {
  const { salon, preview } = useLateWords();
  return (
    <>
      <p className="saved" role="status">
        {isSaved && !isShown && (
          <>
            <Icon name="check" size={16} /> {salon.saved}
          </>
        )}
      </p>
      {isShown && (
        <div className="save-bar">
          <span className="save-about">{onReset === undefined ? '' : salon.dirty}</span>
          {onReset !== undefined && (
            <Button onPress={onReset} isDisabled={isSaving}>
              {salon.reset}
            </Button>
          )}
          {onPreview !== undefined && (
            <Button onPress={onPreview} isDisabled={isSaving || isLooking}>
              {isLooking ? preview.opening : preview.open}
            </Button>
          )}
          <Button look="main" type="submit" isDisabled={isSaving}>
            {isSaving ? salon.saving : submit}
          </Button>
        </div>
      )}
    </>
  );
}
