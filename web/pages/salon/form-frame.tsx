import { useEffect, useRef, type ReactNode } from 'react';
import { useLateWords } from '../../parts/late-words.ts';
import { Notice } from '../../parts/notice.tsx';
import { SaveBar, type SaveBarProps } from '../../parts/save-bar.tsx';
import { AccessSection } from './access-section.tsx';
import { ActiveSection } from './active-section.tsx';
import { DealsSection } from './deals-section.tsx';
import type { Salon } from './draft.ts';
import { FormContext, problemsOf, type Form } from './form.ts';
import { MoreSection } from './more-section.tsx';
import { RequestsSection } from './requests-section.tsx';
import { WebhookSection } from './webhook-section.tsx';

interface FormFrameProps {
  form: Form;
  /** As it is saved; none yet of a new one. */
  salon: Salon | undefined;
  error: Error | null;
  isSaving: boolean;
  bar: Omit<SaveBarProps, 'isSaving' | 'error'>;
  onSave: () => void;
  /** Above all sections. */
  children?: ReactNode;
  /** Below them. */
  foot?: ReactNode;
}

/** All sections of the settings, in the order in which a salon is connected. */
export function FormFrame({ form, salon, error, isSaving, bar, onSave, children, foot }: FormFrameProps) {
  const { salon: said } = useLateWords();
  const place = useFirstFault(form.faults);
  return (
    <FormContext value={{ ...form, problems: problemsOf(salon, form.draft) }}>
      <form
        ref={place}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSaving) onSave();
        }}
      >
        {form.isReadOnly && <Notice tone="calm">{said.viewer}</Notice>}
        {children}
        <ActiveSection />
        <AccessSection last4={salon?.tokenSet === true ? (salon.tokenLast4 ?? '') : undefined} />
        <RequestsSection />
        <DealsSection />
        <WebhookSection salon={salon} />
        <MoreSection />
        {foot}
        {!form.isReadOnly && <SaveBar {...bar} isSaving={isSaving} error={error} />}
      </form>
    </FormContext>
  );
}

/** Leads to the first field that is wrong, whenever a save was refused for some. */
function useFirstFault(faults: Form['faults']) {
  const place = useRef<HTMLFormElement>(null);
  const named = Object.keys(faults).join();
  useEffect(() => {
    if (named === '') return;
    const field = place.current?.querySelector<HTMLElement>(
      '[aria-invalid="true"], [data-invalid] button, .marker[data-invalid] input',
    );
    field?.focus();
  }, [named, faults]);
  return place;
}
