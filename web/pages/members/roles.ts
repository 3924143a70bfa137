import { useLateWords } from '../../parts/late-words.ts';
import { useWords } from '../../parts/language.tsx';

/** The roles that a member of an account may have; an operator belongs to none. */
export function useRoles() {
  const { shell } = useWords();
  const { members } = useLateWords();
  return (['viewer', 'admin'] as const).map((id) => ({ id, name: shell.roles[id], detail: members.rolesAbout[id] }));
}
