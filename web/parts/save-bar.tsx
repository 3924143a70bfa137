import { Button } from './button.tsx';
import { Failure } from './failure.tsx';
import { Icon } from './icons.tsx';
import { useLateWords } from './late-words.ts';

export interface SaveBarProps {
  /** There is something to save. */
  isShown: boolean;
  isSaving: boolean;
  /** The last save is what is shown. */
  isSaved: boolean;
  /** With which the last save failed. */
  error: Error | null;
  submit: string;
  onReset: (() => void) | undefined;
  /** Says what a save would change; none of what has no preview. */
  onPreview?: () => void;
  isLooking?: boolean;
}

/** Stays at the foot of the window while something is unsaved. */
export function SaveBar(props: SaveBarProps) {
  const { isShown, isSaved, error } = props;
  const { salon } = useLateWords();
  return (
    <>
      <p className="saved" role="status">
        {isSaved && !isShown && (
          <>
            <Icon name="check" size={16} /> {salon.saved}
          </>
        )}
      </p>
      {isShown ? <Bar {...props} /> : <Failure error={error} />}
    </>
  );
}

function Bar({ isSaving, error, submit, onReset, onPreview, isLooking = false }: SaveBarProps) {
  const { salon, preview } = useLateWords();
  return (
    <div className="save-bar">
      <Failure error={error} />
      <span className="save-about">{onReset === undefined ? '' : salon.dirty}</span>
      {onReset !== undefined && (
        <Button look="quiet" onPress={onReset} isDisabled={isSaving}>
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
  );
}
