import type { Answer } from '../../api/client.ts';
import { Chip } from '../../parts/chip.tsx';
import { useLateWords } from '../../parts/late-words.ts';

export type Job = Answer<'GET /api/jobs/{id}'>;

const tones = {
  forecasting: 'calm',
  ready: 'warn',
  running: 'warn',
  stopping: 'warn',
  stopped: 'calm',
  done: 'good',
} as const satisfies Record<Job['state'], string>;

export function JobState({ state }: { state: Job['state'] }) {
  const { jobs } = useLateWords();
  return <Chip tone={tones[state]}>{jobs.state[state]}</Chip>;
}

/** A job that goes on by itself is asked for until it does not. */
export function isGoingOn({ state }: Job): boolean {
  return state === 'forecasting' || state === 'running' || state === 'stopping';
}
