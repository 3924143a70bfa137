import { useAnswer } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { Section } from '../../parts/section.tsx';
import { ConnectionState } from '../connection/connection-state.tsx';

/** Whether what the salon sends goes on to CoMagic, and how far behind it is: of the whole account, which sends as one. */
export function Sending() {
  const { comagic, connection: said } = useLateWords();
  const format = useFormat();
  const connection = useAnswer('GET /api/connection');
  if (!connection.isSuccess) return null;
  const { isOn, status } = connection.data;
  const { stopped, waitingSince, doneAt } = status;
  const nothing = doneAt === undefined ? said.lag.notYet : said.lag.none;
  const lag = waitingSince === undefined ? nothing : said.lag.since(format.moment(waitingSince));
  return (
    <Section title={said.lag.title} aside={<ConnectionState connection={connection.data} />}>
      {isOn && stopped !== undefined && <p>{comagic.stopped[stopped.reason].said}</p>}
      {isOn && (waitingSince !== undefined || stopped === undefined) && <p>{lag}</p>}
      <p>
        <Link to="/connection">{said.title}</Link>
      </p>
    </Section>
  );
}
