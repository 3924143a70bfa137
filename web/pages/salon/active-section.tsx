import { useWords } from '../../parts/language.tsx';
import { useForm } from './form.ts';
import { MarkerSetting } from './setting.tsx';

/** The marker above all others. */
export function ActiveSection() {
  const { active } = useWords().salon;
  const { draft } = useForm();
  return (
    <section className="sheet section section-active">
      <MarkerSetting name="isActive" about={draft.isActive ? active.on : active.off} />
    </section>
  );
}
