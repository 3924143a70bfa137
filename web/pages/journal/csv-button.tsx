import { useMutation } from '@tanstack/react-query';
import type { CallError, Query } from '../../api/client.ts';
import { readTable } from '../../api/table.ts';
import { Button } from '../../parts/button.tsx';
import { useCabinet } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Notice } from '../../parts/notice.tsx';
import { useFailure } from '../../parts/states.tsx';
import { accountInUrl } from '../account-in-url.ts';

/** All lines of a view as a table, whichever of them are shown. */
export function CsvButton({ query }: { query: Query<'GET /api/events'> }) {
  const { journal } = useLateWords();
  const { session } = useCabinet();
  const failure = useFailure();
  const load = useMutation<Blob, CallError>({
    mutationFn: () => readTable(session, accountInUrl(), 'GET /api/events', query),
    onSuccess: (file) => {
      save(file, 'journal.csv');
    },
  });
  return (
    <>
      <Button
        isDisabled={load.isPending}
        onPress={() => {
          load.mutate();
        }}
      >
        {load.isPending ? journal.csvBusy : journal.csv}
      </Button>
      {load.isError && <Notice tone="bad">{failure(load.error)}</Notice>}
    </>
  );
}

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
