import { useLateWords } from '../../parts/late-words.ts';
import { useForm } from './form.ts';
import { MarkerSetting } from './setting.tsx';

/** The marker above all others. */
export function ActiveSection() {
  const { active } = useLateWords().salon;
  const { draft } = useForm();
  return (
    <section className="sheet section section-active">
      <MarkerSetting name="isActive" about={draft.isActive ? active.on : active.off} />
    </section>
  );
}
