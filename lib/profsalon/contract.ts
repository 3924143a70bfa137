import type { DoorContract, PathsContract, ReaderContract } from '../model/contract.ts';
import { idOf } from '../reading/id.ts';
import { classify } from './classify.ts';
import { decodeBody } from './decode.ts';
import { holdsForm } from './query-form.ts';
import { pathsIn, readAs } from './paths.ts';
import { readEvent } from './read-event.ts';
import { withoutSecrets } from './secrets.ts';

/** ProfSalon's webhook, as the door reads it. */
export const doorContract: DoorContract = { decode: decodeBody, withoutSecrets, classify, holdsForm, idOf };

/** ProfSalon's webhook, as the workers read it. */
export const readerContract: ReaderContract = { classify, read: readEvent };

/** ProfSalon's webhook, as far as its paths go. */
export const pathsContract: PathsContract = { pathsIn, readAs };
