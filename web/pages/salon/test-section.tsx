import { useState } from 'react';
import type { Answer } from '../../api/client.ts';
import { CallError } from '../../api/client.ts';
import { Button } from '../../parts/button.tsx';
import { useAct, useAnswer, useCabinet } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { useFailure } from '../../parts/states.tsx';
import { TestStepLine } from './test-step-line.tsx';

type Test = Answer<'GET /api/salons/{id}/test'>;

/** How often (ms) a test that is under way is asked for. */
const every = 1000;

/** A test delivery, step by step, and beside it the last that was none. */
export function TestSection({ salon }: { salon: string }) {
  const { test } = useLateWords();
  const format = useFormat();
  const { mayChange } = useCabinet();
  const read = useAnswer('GET /api/salons/{id}/test', { id: salon }, { every, while: isUnderWay });
  const steps = read.data?.steps ?? [];
  const last = read.data?.lastEventAt;
  return (
    <Section title={test.title} about={test.about}>
      {steps.length > 0 && (
        <ol className="steps" aria-live="polite" aria-label={test.title}>
          {steps.map((step) => (
            <TestStepLine key={step.step} step={step} />
          ))}
        </ol>
      )}
      <p className="about test-last">
        {read.isSuccess && (last === undefined ? test.noneReal : test.lastReal(format.moment(last)))}
      </p>
      {mayChange && <Acts salon={salon} hasTest={steps.length > 0} />}
    </Section>
  );
}

function isUnderWay({ steps }: Test): boolean {
  return steps.some(({ state }) => state === 'waiting');
}

function Acts({ salon, hasTest }: { salon: string; hasTest: boolean }) {
  const { test } = useLateWords();
  const failure = useFailure();
  const [removed, setRemoved] = useState(false);
  const send = useAct('POST /api/salons/{id}/test', ['GET /api/salons/{id}/test']);
  const remove = useAct('DELETE /api/salons/{id}/test', ['GET /api/salons/{id}/test']);
  const error = send.error ?? remove.error;
  const isPending = send.isPending || remove.isPending;
  const run = (act: typeof send | typeof remove, isRemoved: boolean) => {
    send.reset();
    remove.reset();
    setRemoved(false);
    act.mutate(
      { id: salon },
      {
        onSuccess: () => {
          setRemoved(isRemoved);
        },
      },
    );
  };
  return (
    <>
      <div className="row">
        <Button
          isDisabled={isPending}
          onPress={() => {
            run(send, false);
          }}
        >
          {hasTest ? test.again : test.send}
        </Button>
        {hasTest && (
          <Button
            isDisabled={isPending}
            onPress={() => {
              run(remove, true);
            }}
          >
            {test.remove}
          </Button>
        )}
      </div>
      {removed && <p role="status">{test.removed}</p>}
      {error !== null && <Notice tone="bad">{isTooEarly(error) ? test.underWay : failure(error)}</Notice>}
    </>
  );
}

function isTooEarly(error: Error): boolean {
  return error instanceof CallError && error.code === 'not_ready';
}
