import { useState } from 'react';
import type { ConnectionCheck } from '../../../lib/model/outbound-state.ts';
import { Button } from '../../parts/button.tsx';
import { useAct, useCabinet } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Notice } from '../../parts/notice.tsx';
import { useReasonWords } from '../../parts/reason-words.ts';
import { Section } from '../../parts/section.tsx';
import { useFailure } from '../../parts/states.tsx';
import type { CheckedPart } from '../../words/ru-connection.ts';
import type { Connection } from './draft.ts';
import { Outcome } from './outcome.tsx';

const parts = ['account', 'requests', 'deals', 'crm'] as const satisfies readonly CheckedPart[];

/** What was found when the connection was last tried, and the way to have it tried. */
export function CheckSection({ connection: { keySet, status } }: { connection: Connection }) {
  const { check: said } = useLateWords().connection;
  const { mayChange } = useCabinet();
  const { check } = status;
  return (
    <Section title={said.title} about={said.about}>
      {status.callingAddress !== undefined && <CallingAddress address={status.callingAddress} />}
      {check === undefined ? <p>{keySet ? said.never : said.noKey}</p> : <Found check={check} />}
      {mayChange && keySet && <RunCheck last={check?.at} />}
    </Section>
  );
}

function CallingAddress({ address }: { address: string }) {
  const { check: said } = useLateWords().connection;
  return (
    <p>
      {said.address} <code>{address}</code>
    </p>
  );
}

/** `last`: when it was last tried; another is what was asked for here. */
function RunCheck({ last }: { last: string | undefined }) {
  const { check: said } = useLateWords().connection;
  const failure = useFailure();
  const run = useAct('POST /api/connection/check', ['GET /api/connection']);
  const [before, setBefore] = useState<{ last: string | undefined }>();
  const isRunning = run.isSuccess && before !== undefined && before.last === last;
  return (
    <>
      <div>
        <Button
          isDisabled={run.isPending}
          onPress={() => {
            setBefore({ last });
            run.mutate({});
          }}
        >
          {said.run}
        </Button>
        <p className="about" role="status">
          {isRunning && said.running}
        </p>
      </div>
      {run.isError && <Notice tone="bad">{failure(run.error)}</Notice>}
    </>
  );
}

function Found({ check }: { check: ConnectionCheck }) {
  const { check: said } = useLateWords().connection;
  const format = useFormat();
  return (
    <>
      <p className="soft">{said.at(format.second(check.at))}</p>
      <ul className="checked">
        {parts.map((part) => {
          const found = check[part];
          return found !== undefined && <FoundPart key={part} part={part} found={found} />;
        })}
      </ul>
      <Limits check={check} />
    </>
  );
}

type FoundCode = NonNullable<ConnectionCheck[CheckedPart]>;

function FoundPart({ part, found }: { part: CheckedPart; found: FoundCode }) {
  const { check: said } = useLateWords().connection;
  const wordsOf = useReasonWords();
  const isOk = found === 'ok';
  return (
    <Outcome
      name={<strong>{said.part[part]}</strong>}
      chip={isOk ? { tone: 'good', said: said.ok } : { tone: 'bad', said: said.bad }}
      words={isOk ? undefined : found === 'missing' ? said.missing : wordsOf(found)}
    />
  );
}

function Limits({ check: { accountName, timezone, limits } }: { check: ConnectionCheck }) {
  const { check: said } = useLateWords().connection;
  const format = useFormat();
  const left = (remaining: number, limit: number) => said.left(format.number(remaining), format.number(limit));
  const facts = [
    [said.accountName, accountName],
    [said.timezone, timezone],
    [said.perMinute, limits && left(limits.minute_remaining, limits.minute_limit)],
    [said.perDay, limits && left(limits.day_remaining, limits.day_limit)],
  ] as const;
  return (
    <dl className="ids">
      {facts.map(([name, text]) =>
        text === undefined ? null : (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>
              <bdi>{text}</bdi>
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}
