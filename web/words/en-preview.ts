import { countedEnglish, inside } from './plural.ts';
import type { ruPreview } from './ru-preview.ts';

const deliveries = (count: number) => countedEnglish(count, 'delivery', 'deliveries');

export const enPreview: typeof ruPreview = {
  open: 'Preview changes',
  opening: 'Working it out…',
  title: 'What these settings change',
  about: (count) => `Worked out from the last ${deliveries(count)}. Nothing is written: only “Save” saves.`,
  more: 'There was no time for earlier deliveries.',
  none: 'No delivery came in the last 30 days: there is nothing to work it out from.',
  asNew: 'What will come',
  asNewAbout: 'If these settings had always applied, the same deliveries would have made:',
  replay: 'What is stored and would change',
  replayAbout: 'If the same deliveries are processed again once this is saved:',
  replayKept: 'The default, the pipeline and “Which bookings become requests” of stored records stay as they are.',
  shown: {
    request: (before, after) => `Requests in the list: ${before} → ${after}`,
    deal: (before, after) => `Deals in the list: ${before} → ${after}`,
  },
  done: (count) => `Processed: ${count}`,
  leftOut: (reason, count) => `Left out, “${inside(reason)}”: ${count}`,
  changes: (count) => `Records that change: ${count}`,
  noChanges: 'Records stay as they are.',
  andMore: (count) => `and ${count} more`,
  columns: { record: 'Record', effect: 'What becomes of it', fields: 'Fields' },
  types: { request: 'Request', deal: 'Deal' },
  effects: { created: 'appears', changed: 'changes', removed: 'goes', unchanged: 'stays' },
  saved: 'The new choice holds for new deliveries. Stored requests and deals keep theirs.',
  apply: 'Apply to what is stored',
};
