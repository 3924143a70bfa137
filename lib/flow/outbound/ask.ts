import { learned, reserved, returned } from '../../domain/points.ts';
import type { Answer, ApiAccess, CallDataApi, Method, MethodData, MethodParams } from '../../model/data-api.ts';
import type { Points } from '../../model/outbound-state.ts';

export interface AskDeps {
  call: CallDataApi;
  /** Changes what may be spent, whoever else does; answers whether it did. */
  changePoints: (accountKey: string, change: (points: Points | undefined) => Points | undefined) => Promise<boolean>;
  now: () => Date;
}

/** Calls within what the account may spend; a call for which nothing is left is not made. */
export type Ask = <M extends Method>(method: M, params: MethodParams[M]) => Promise<Answer<MethodData<M>>>;

/** `forPeople`: what is kept for those who wait for an answer may be spent, too. */
export function asking(
  { call, changePoints, now }: AskDeps,
  accountKey: string,
  access: ApiAccess,
  { forPeople = false } = {},
): Ask {
  const time = () => now().getTime();
  return async (method, params) => {
    const isReserved = await changePoints(accountKey, (points) => reserved(points, time(), forPeople));
    if (!isReserved) return { outcome: 'again', applied: 'no', mnemonic: 'limit_exceeded' };
    const answer = await call(access, method, params);
    const { limits } = answer;
    const isFree = answer.outcome === 'row' || answer.outcome === 'account';
    await changePoints(accountKey, (points) => {
      const known = isFree ? returned(points, time()) : points;
      return limits === undefined ? known : learned(known, limits, time());
    });
    return answer;
  };
}
