import { useAnswer } from '../../parts/cabinet.tsx';
import { useFirstDelivery } from './first-delivery.ts';

/** A salon, once all else is known that its page shows: then nothing of it moves. `on`: whether it is to be read. */
export function useSalon(id: string, on: boolean) {
  const salon = useAnswer('GET /api/salons/{id}', { id }, { every: 15_000, on });
  const others = [
    useAnswer('GET /api/salons/{id}/test', { id }, { on }),
    useAnswer('GET /api/salons/{id}/hooks', { id }, { on }),
    useAnswer('GET /api/connection', {}, { on }),
    useFirstDelivery(on ? id : undefined),
  ];
  return { salon, isReady: salon.isSuccess && others.every(({ isPending }) => !isPending) };
}
