import { useState } from 'react';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { languages, useLanguage } from '../../parts/language.tsx';
import { lateWordsOf, useLateWords } from '../../parts/late-words.ts';
import { Segments } from '../../parts/segments.tsx';
import type { Salon } from './draft.ts';

const names = { ru: 'По-русски', en: 'In English' };

/** The letter that asks ProfSalon for the webhook, in either language, whichever the page speaks. */
export function Letter({ salon, isOpen, onClose }: { salon: Salon; isOpen: boolean; onClose: () => void }) {
  const { language, words } = useLanguage();
  const [chosen, setChosen] = useState(language);
  const said = useLateWords().salon.letter;
  const text = lateWordsOf(chosen).salon.letter.text(salon.webhookUrl, salon.salonId ?? '—');
  return (
    <Dialog
      title={said.title}
      isOpen={isOpen}
      onClose={onClose}
      foot={<CopyButton look="main" text={text} what={said.title} />}
    >
      <p>{said.about}</p>
      <Segments
        label={words.shell.language}
        value={chosen}
        options={languages.map((id) => ({ id, name: names[id] }))}
        onChange={setChosen}
      />
      <pre className="letter" lang={chosen}>
        {text}
      </pre>
    </Dialog>
  );
}
