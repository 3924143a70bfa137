import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { useWords } from '../../parts/language.tsx';
import { PreviewedForecast, type Previewed } from './previewed-forecast.tsx';

/** What settings that are not saved yet would mean: for what is to come, then for what is stored. */
export function PreviewDialog({ previewed, onClose }: { previewed: Previewed; onClose: () => void }) {
  const { states } = useWords();
  const { preview } = useLateWords();
  const { lines, more, asNew, replay } = previewed;
  return (
    <Dialog
      title={preview.title}
      isOpen
      look="wide"
      isText
      onClose={onClose}
      foot={
        <Button look="main" onPress={onClose}>
          {states.close}
        </Button>
      }
    >
      {lines.length === 0 ? (
        <p>{preview.none}</p>
      ) : (
        <>
          <p>
            {preview.about(lines.length)} {more && preview.more}
          </p>
          <div className="previewed">
            <PreviewedForecast title={preview.asNew} about={preview.asNewAbout} forecast={asNew} />
            <PreviewedForecast
              title={preview.replay}
              about={`${preview.replayKept} ${preview.replayAbout}`}
              forecast={replay}
            />
          </div>
        </>
      )}
    </Dialog>
  );
}
