import type { Answer } from '../../api/client.ts';

type RequestAnswer = Answer<'GET /api/requests/{id}'>;
/** A request with all that is known of it. */
export type RequestShown = Extract<RequestAnswer, { attribution: unknown }>;
/** A deal's own request, in the place of which others count. */
export type RequestReplaced = Exclude<RequestAnswer, RequestShown>;
