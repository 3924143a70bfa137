import { useState } from 'react';
import type { Answer, CallError } from '../../api/client.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { StageType } from '../../../lib/model/words.ts';
import { Button } from '../../parts/button.tsx';
import { useCabinet, useKey } from '../../parts/cabinet.tsx';
import { Chip } from '../../parts/chip.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Notice } from '../../parts/notice.tsx';
import { useFailure } from '../../parts/states.tsx';
import { PanelPart } from './panel.tsx';
import { types } from './records-view.ts';
import { typeTones } from './use-deal-columns.tsx';

type Deal = Answer<'GET /api/deals/{id}'>;
type Row = Deal['stageHistory'][number];

/** The stages that a deal has passed; the type of one that was guessed is marked, and corrected by a click. */
export function DealStages({ deal }: { deal: Deal }) {
  const { stages } = useLateWords().records;
  const { mayChange } = useCabinet();
  const correct = useCorrection(deal.salon);
  const failure = useFailure();
  return (
    <PanelPart id="stages" title={stages.title} {...(mayChange ? { about: stages.about } : {})}>
      <ol className="history">
        {deal.stageHistory.map((row, at) => (
          <li key={`${row.at} ${at}`}>
            <StageRow row={row} onType={mayChange && !correct.isPending ? correct.run : undefined} />
          </li>
        ))}
      </ol>
      {correct.error !== null && <Notice tone="bad">{failure(correct.error)}</Notice>}
      {correct.isSuccess && (
        <Notice tone="calm">
          <span role="status">{stages.saved}</span>
        </Notice>
      )}
    </PanelPart>
  );
}

interface StageRowProps {
  row: Row;
  onType: ((stage: string, type: StageType) => void) | undefined;
}

function StageRow({ row: { name, id, type, typeFrom, at }, onType }: StageRowProps) {
  const { records } = useLateWords();
  const { stages } = records;
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const isGuessed = typeFrom === 'lexicon' || typeFrom === 'nothing';
  const mayCorrect = onType !== undefined && name !== undefined;
  return (
    <>
      <span className="row">
        <bdi>{name ?? id}</bdi>
        <Chip tone={typeTones[type]}>{records.type[type]}</Chip>
        {isGuessed && <Chip tone="warn">{stages.guessed}</Chip>}
        <time className="about" dateTime={at}>
          {format.second(at)}
        </time>
      </span>
      {mayCorrect && (isGuessed || open) && (
        <span className="row" role="group" aria-label={stages.correct(name)}>
          {types.map((one) => (
            <Button
              key={one}
              onPress={() => {
                onType(name, one);
                setOpen(false);
              }}
            >
              {stages.set(records.type[one])}
            </Button>
          ))}
        </span>
      )}
      {mayCorrect && !isGuessed && !open && (
        <span>
          <Button
            onPress={() => {
              setOpen(true);
            }}
          >
            {stages.correct(name)}
          </Button>
        </span>
      )}
    </>
  );
}

/** Teaches the salon's settings the type of a stage. Types are applied when records are read: nothing stored is done again. */
function useCorrection(salon: string) {
  const { call } = useCabinet();
  const keyOf = useKey();
  const client = useQueryClient();
  const act = useMutation<unknown, CallError, { stage: string; type: StageType }>({
    mutationFn: async ({ stage, type }) => {
      const { version, stageTypes } = await call('GET /api/salons/{id}', { id: salon });
      const taught = { ...stageTypes, [stage]: type };
      return call('PUT /api/salons/{id}', { id: salon, body: { version, stageTypes: taught } });
    },
    onSuccess: async () => {
      const stale = ['GET /api/deals', 'GET /api/deals/{id}', 'GET /api/pipelines', 'GET /api/salons/{id}'] as const;
      await Promise.all(stale.map((route) => client.invalidateQueries({ queryKey: keyOf(route) })));
    },
  });
  return {
    ...act,
    run: (stage: string, type: StageType) => {
      act.mutate({ stage, type });
    },
  };
}
