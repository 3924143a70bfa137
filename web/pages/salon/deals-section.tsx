import { useLateWords } from '../../parts/late-words.ts';
import { useWords } from '../../parts/language.tsx';
import { Section } from '../../parts/section.tsx';
import { ComponentState } from './component-state.tsx';
import { useForm } from './form.ts';
import { MarkerSetting } from './setting.tsx';

/** Передача сделок, and into which pipeline. */
export function DealsSection() {
  const { deals } = useLateWords().salon;
  const { unnamed } = useWords().salons;
  const { draft } = useForm();
  const name = draft.salonName.trim() === '' ? unnamed : draft.salonName.trim();
  return (
    <Section title={deals.title}>
      <MarkerSetting name="sendDeals" about={deals.send} />
      <ComponentState component="endToEndAnalytics" name={deals.component} />
      <MarkerSetting
        name="useDefaultPipeline"
        about={draft.useDefaultPipeline ? deals.pipelineOn : deals.pipelineOff(name)}
      />
    </Section>
  );
}
