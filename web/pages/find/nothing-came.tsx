import { CopyButton } from '../../parts/copy-button.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { NoSalons } from '../../parts/nothing-yet.tsx';
import { journalDays } from '../../parts/period.ts';
import { useSalonNames } from '../../parts/salon-names.ts';
import { Section } from '../../parts/section.tsx';
import { NarrowForm } from './narrow-form.tsx';
import type { Found, Narrowed } from './use-find.ts';

type Nothing = NonNullable<Found['nothing']>;
type Quiet = Nothing['salons'][number];

const journalMs = journalDays * 86_400_000;

/** What is known of the salons from which something did not come, and a text that asks ProfSalon about it. */
export function NothingCame({ nothing, onNarrow }: { nothing: Nothing; onNarrow: (narrowed: Narrowed) => void }) {
  const { find } = useLateWords();
  const format = useFormat();
  const when = format.moment(nothing.at);
  if (nothing.salons.length === 0) return <NoSalons />;
  return (
    <>
      <NarrowForm onNarrow={onNarrow} />
      <p className="about">{find.nothingAbout(when)}</p>
      {Date.now() - Date.parse(nothing.at) > journalMs && <p className="about">{find.gone}</p>}
      {nothing.salons.map((salon) => (
        <QuietSalon key={salon.salon} salon={salon} when={when} />
      ))}
      {nothing.more && <p className="about">{find.moreSalons}</p>}
    </>
  );
}

function QuietSalon({ salon, when }: { salon: Quiet; when: string }) {
  const { find, reasons } = useLateWords();
  const { nameOf } = useSalonNames();
  const format = useFormat();
  const gapOf = useGap();
  const { lastEventAt, usualGap, silent, refusals, endedUrls } = salon;
  const last = lastEventAt === undefined ? undefined : format.moment(lastEventAt);
  const refused = [...new Set(refusals.map(({ reason }) => reason))];
  const letter = find.letterText(salon.salonId ?? salon.salon, when, last ?? find.lastNone);
  return (
    <Section title={nameOf(salon.salon)} aside={<CopyButton text={letter} what={find.letter} label={find.letter} />}>
      <ul className="facts">
        <li>
          {last === undefined ? find.never : find.last(last)}
          {usualGap !== undefined && ` ${find.gap(gapOf(usualGap))}`}
          {silent && ` ${find.silent}`}
        </li>
        {refused.map((reason) => (
          <li key={reason}>
            {find.refused(refusals.filter((refusal) => refusal.reason === reason).length)} {reasons[reason].said}{' '}
            {reasons[reason].next}
          </li>
        ))}
        {endedUrls.map((end) => (
          <li key={end}>{find.rotated(format.moment(end))}</li>
        ))}
      </ul>
    </Section>
  );
}

const [hour, day] = [3600, 86_400];

/** Seconds in words, in the largest unit that they fill. */
function useGap(): (seconds: number) => string {
  const { find } = useLateWords();
  return (seconds) => {
    if (seconds >= day) return find.days(Math.round(seconds / day));
    return seconds >= hour
      ? find.hours(Math.round(seconds / hour))
      : find.minutes(Math.max(1, Math.round(seconds / 60)));
  };
}
