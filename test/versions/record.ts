import { foldGuard, readerGuard } from './guards.ts';
import { keep, recordedIn, withNew } from './recorded.ts';

/** Records what this version of reader and fold makes of frozen inputs, where nothing is recorded of it yet. */
for (const guard of [readerGuard(), foldGuard()]) keep(guard, withNew(guard, recordedIn(guard)));
