import { useMutation } from '@tanstack/react-query';
import { CallError, type Answer, type Call, type Query } from '../../api/client.ts';
import { useCabinet } from '../../parts/cabinet.tsx';
import { meaningsOf, type Search } from './asked.ts';

export type Found = Answer<'POST /api/search'>;

/** From which salon something was to come, and when: empty where it is not said. */
export interface Narrowed {
  salon: string;
  /** An instant. */
  at: string;
}

export interface Asked extends Partial<Narrowed> {
  text: string;
  /** Whether persons are to be shown as they are. */
  query: Query<'POST /api/search'>;
}

/** Looks for whatever a text may mean; what is found first is the answer. The text is kept nowhere. */
export function useFind() {
  const { call } = useCabinet();
  return useMutation<Found, CallError, Asked>({
    mutationFn: ({ text, query, salon = '', at = '' }) => {
      const narrowed = { ...(salon === '' ? {} : { salon }), ...(at === '' ? {} : { at }) };
      const searches = meaningsOf(text).map((meaning) => ({ ...meaning, ...narrowed }));
      return firstFound(call, query, searches);
    },
    gcTime: 0,
  });
}

async function firstFound(call: Call, query: Asked['query'], [meaning, ...others]: Search[]): Promise<Found> {
  const found = await call('POST /api/search', { body: meaning ?? {}, query }).catch((error: unknown) => {
    if (error instanceof CallError && error.code === 'invalid_request' && others.length > 0) return undefined;
    throw error;
  });
  if (others.length > 0 && (found === undefined || found.nothing !== undefined)) return firstFound(call, query, others);
  return found ?? firstFound(call, query, others);
}
