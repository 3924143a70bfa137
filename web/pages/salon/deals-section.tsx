import { useWords } from '../../parts/language.tsx';
import { Section } from '../../parts/section.tsx';
import { Switch } from '../../parts/switch.tsx';
import { ComponentState } from './component-state.tsx';
import { useFaultOf, useForm } from './form.ts';

/** Передача сделок, and into which pipeline. */
export function DealsSection() {
  const { fields, deals, unnamed } = useWords().salon;
  const { draft, set, isReadOnly } = useForm();
  const fault = useFaultOf();
  const name = draft.salonName.trim() === '' ? unnamed : draft.salonName.trim();
  return (
    <Section title={deals.title}>
      <Switch
        label={fields.sendDeals}
        isSelected={draft.sendDeals}
        onChange={(sendDeals) => {
          set({ sendDeals });
        }}
        about={deals.send}
        error={fault('sendDeals')}
        isReadOnly={isReadOnly}
      />
      <ComponentState component="endToEndAnalytics" name={deals.component} />
      <Switch
        label={fields.useDefaultPipeline}
        isSelected={draft.useDefaultPipeline}
        onChange={(useDefaultPipeline) => {
          set({ useDefaultPipeline });
        }}
        about={draft.useDefaultPipeline ? deals.pipelineOn : deals.pipelineOff(name)}
        isReadOnly={isReadOnly}
      />
    </Section>
  );
}
