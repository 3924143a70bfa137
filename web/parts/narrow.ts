import { useSyncExternalStore } from 'react';

/** The styles have the same. */
const narrow = '(width <= 720px)';

/** Whether tables have no room for all that they show on a wide window. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(narrow).matches);
}

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(narrow);
  query.addEventListener('change', onChange);
  return () => {
    query.removeEventListener('change', onChange);
  };
}
