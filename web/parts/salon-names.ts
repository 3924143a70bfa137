import { useAnswer } from './cabinet.tsx';
import { useWords } from './language.tsx';

/** As many salons as one page tells. */
export const salonsAsked = { query: { limit: '500' } };

/** Salons of the account, as choices and by their key. More than a page of them are told by ProfSalon's id, or by their key. */
export function useSalonNames() {
  const { salons: said } = useWords();
  const salons = useAnswer('GET /api/salons', salonsAsked);
  const options = (salons.data?.items ?? []).map(({ id, salonName, salonId }) => ({
    id,
    name: salonName ?? said.unnamed,
    detail: salonId,
  }));
  const names = new Map(options.map(({ id, name }) => [id, name]));
  return {
    options,
    nameOf: (key: string | undefined) => (key === undefined ? '' : (names.get(key) ?? (salons.isPending ? '…' : key))),
  };
}
