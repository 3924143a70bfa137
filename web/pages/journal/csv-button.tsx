import { useMutation } from '@tanstack/react-query';
import type { RouteKey } from '../../../lib/model/routes.ts';
import type { CallError, Query } from '../../api/client.ts';
import { readTable } from '../../api/table.ts';
import { Button } from '../../parts/button.tsx';
import { useCabinet } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Notice } from '../../parts/notice.tsx';
import { useFailure } from '../../parts/states.tsx';
import { accountInUrl } from '../account-in-url.ts';

interface CsvButtonProps<K extends RouteKey> {
  route: K;
  query: Query<K>;
  /** Of the file, without its ending. */
  name: string;
}

/** All lines of a view as a table, whichever of them are shown. */
export function CsvButton<K extends RouteKey>({ route, query, name }: CsvButtonProps<K>) {
  const { journal } = useLateWords();
  const { session } = useCabinet();
  const failure = useFailure();
  const load = useMutation<Blob, CallError>({
    mutationFn: () => readTable(session, accountInUrl(), route, query),
    onSuccess: (file) => {
      save(file, `${name}.csv`);
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
