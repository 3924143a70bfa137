import { Chip } from '../../parts/chip.tsx';
import { useWords } from '../../parts/language.tsx';

/** Whether a salon works, in words. */
export function SalonState({ isActive, silent, problems }: { isActive: boolean; silent: boolean; problems: number }) {
  const { salons } = useWords();
  return (
    <span className="chips">
      {isActive ? <Chip tone="good">{salons.active}</Chip> : <Chip tone="calm">{salons.inactive}</Chip>}
      {silent && (
        <Chip tone="warn" title={salons.silentAbout}>
          {salons.silent}
        </Chip>
      )}
      {problems > 0 && <Chip tone="bad">{salons.problems(problems)}</Chip>}
    </span>
  );
}
