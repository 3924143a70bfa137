import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Section } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import type { Salon } from './draft.ts';
import { Hooks } from './hooks.tsx';
import { Letter } from './letter.tsx';

/** The URL that ProfSalon has to call, and the letter that asks for it. */
export function WebhookSection({ salon }: { salon: Salon | undefined }) {
  const { webhook } = useLateWords().salon;
  const [open, setOpen] = useState(false);
  if (salon === undefined) {
    return (
      <Section title={webhook.title} about={webhook.about}>
        <p className="about">{webhook.later}</p>
      </Section>
    );
  }
  return (
    <Section title={webhook.title} about={webhook.about}>
      <div className="copied">
        <TextField label={webhook.url} value={salon.webhookUrl} about={webhook.secret} isReadOnly code />
        <CopyButton text={salon.webhookUrl} what={webhook.url} />
      </div>
      <Hooks salon={salon}>
        <Button
          onPress={() => {
            setOpen(true);
          }}
        >
          <Icon name="mail" size={16} />
          {webhook.letter}
        </Button>
      </Hooks>
      <Letter
        salon={salon}
        isOpen={open}
        onClose={() => {
          setOpen(false);
        }}
      />
    </Section>
  );
}
