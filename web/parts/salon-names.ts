import { useAnswer } from './cabinet.tsx';
import { useWords } from './language.tsx';
import { isTestSalon, testedSalon } from './test-salon.ts';

/** As many salons as one page tells. */
export const salonsAsked = { query: { limit: '500' } };

/** Salons of the account, as choices and by their key: those of one name are told apart by ProfSalon's id. Beyond a page of them a salon is told by its key. */
export function useSalonNames() {
  const { salons: said } = useWords();
  const salons = useAnswer('GET /api/salons', salonsAsked);
  const options = (salons.data?.items ?? []).map(({ id, salonName, salonId }) => ({
    id,
    name: salonName ?? said.unnamed,
    detail: salonId,
  }));
  const ofName = Map.groupBy(options, ({ name }) => name);
  const names = new Map(
    options.map(({ id, name, detail }) => {
      const isShared = (ofName.get(name) ?? []).length > 1 && detail !== undefined;
      return [id, isShared ? `${name} (ID ${detail})` : name];
    }),
  );
  return {
    options,
    /** Whether the list is there. */
    isKnown: salons.isSuccess,
    nameOf: (key: string | undefined) => {
      if (key === undefined) return '';
      const name = names.get(testedSalon(key));
      if (name === undefined) return salons.isPending ? '…' : key;
      return isTestSalon(key) ? said.tested(name) : name;
    },
  };
}
