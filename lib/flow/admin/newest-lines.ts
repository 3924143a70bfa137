import type { JournalSummary } from '../../model/journal.ts';
import { firstInstant } from '../../model/words.ts';
import type { Period } from './period.ts';

interface Asked {
  accountKey: string;
  /** Absent: of all salons of the account. */
  salonKey?: string;
  status?: 'done';
  except?: 'refused';
  limit: number;
}
export interface NewestLinesDeps {
  listEvents: (query: Asked & Period & { order: 'desc' }) => Promise<{ items: JournalSummary[] } | { error: string }>;
  now: () => Date;
}

/** The newest of all lines that the journal shows. */
export async function newestLines({ listEvents, now }: NewestLinesDeps, asked: Asked): Promise<JournalSummary[]> {
  const to = new Date(now().getTime() + 1).toISOString();
  const page = await listEvents({ ...asked, from: firstInstant, to, order: 'desc' });
  return 'error' in page ? [] : page.items;
}
