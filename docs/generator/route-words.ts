import type * as v from 'valibot';
import type { ErrorCode } from '../../lib/model/api.ts';
import { apiRoutes, type RouteKey } from '../../lib/model/routes.ts';

/** What schemas cannot say of a route: what it does, and the errors beside those that every route may answer. */
export interface RouteWords {
  does: string;
  /** The status of an answer that is no error; absent: 200. */
  status?: string;
  errors?: readonly ErrorCode[];
  /** Whether the body may be a table (CSV). */
  takesTable?: boolean;
}

const record =
  'With the events that it was folded from, oldest first: the newest 100, each with the fields that it changed.';
const catalog =
  'A list of the catalog, from which the settings of salons pick, and its version: 0 of a list that nobody saved. `isManaged`: CoMagic fills it.';
const saveCatalog =
  'Replaces the list as a whole; no two entries may have one `id`. Over 300 KB is `too_large`; one that CoMagic fills is `managed`. Also as `text/csv` (`;` or `,`, UTF-8 or Windows-1251): the first row names the fields, an empty cell is absent, `version` stands in the query.';
const saves = ['version_conflict', 'managed', 'too_large'] as const;

/** A route without words does not compile. */
export const routeWords = {
  'GET /api/me': { does: 'Who calls, and the account in which.' },
  'GET /api/accounts': { does: 'Every account to an operator, to all others their own.' },
  'POST /api/accounts': {
    does: 'Opens an account. It has no members yet: see `POST /api/members`.',
    status: '201',
    errors: ['invalid_settings'],
  },
  'PUT /api/accounts/{id}': {
    does: 'Saves what is sent of an account. A component that is taken away changes no salon; what that breaks is said in the salon’s `problems`.',
    errors: ['version_conflict', 'invalid_settings'],
  },
  'GET /api/members': {
    does: 'The members of the account, in the order in which they were added; of account `-` the operators.',
  },
  'POST /api/members': {
    does:
      'Adds the subject of a token to the account, or gives a member of it another role or e-mail. Nobody gives a role above their own, ' +
      'or gives up a role while they are the last of it. ' +
      'An operator belongs to no account and is added to account `-`.',
    status: '201, or 200 for one who was there',
    errors: ['already_in_use', 'last_of_role'],
  },
  'DELETE /api/members/{id}': {
    does: '`id` is the subject. From the next call on its tokens admit nobody. Nobody removes themselves while they are the last of their role.',
    errors: ['last_of_role'],
  },
  'GET /api/salons': {
    does: 'The salons of the account in short, in the order in which they were connected. With `deleted=true`, for admins, those that were deleted in their place: `POST …/restore` brings one back.',
  },
  'POST /api/salons': {
    does: 'Connects a salon, under a webhook URL of its own. What is not sent has the value of a new salon.',
    status: '201',
    errors: ['invalid_settings', 'already_connected', 'too_large'],
  },
  'GET /api/salons/{id}': {
    does: 'All settings of a salon, its `webhookUrl`, when its last event came, and what is wrong with it today.',
  },
  'GET /api/salons/{id}/fields': {
    does:
      'The paths of the salon’s last deliveries (500 of them, or 8 MB), with today’s settings: how many have it, of what kind its values are, what ' +
      'they are read as. `new`: only the newest 50 have it; `gone`: of the oldest 250 some have it, of the newest 50 none. No value is told; a name that is a ' +
      'phone or an e-mail is `*`. It reads each of these lines: some 550 read units, 2,100 at most.',
  },
  'GET /api/salons/{id}/test': {
    does:
      'How far the last test delivery has come, step by step, each with its time; `waiting` is what no worker has done yet. `event` and `record` are ids to look at: ' +
      'no list shows them. Beside it, when the last delivery came that was no test.',
  },
  'POST /api/salons/{id}/test': {
    does: 'Sends a booking and its deal, of an invented person, through the queues and the workers, with the settings of the salon as they are. What the test before has made is removed; while one is under way, `not_ready`.',
    status: '201',
    errors: ['not_ready'],
  },
  'DELETE /api/salons/{id}/test': {
    does: 'Removes all that test deliveries of the salon have made, and nothing else; while one is under way (a day at most), `not_ready`.',
    errors: ['not_ready'],
  },
  'POST /api/salons/{id}/import': {
    does:
      'Queues the rows of a table of bookings or deals, at most 200 a call, each as one event in the contract’s own names: `columns` says what the cells are, in their order; ' +
      'dates are read in the zone of the salon. A row’s version and receive time are its change or creation date, of the last three years; its event id follows from its cells, ' +
      'so that a second import changes nothing. With `dryRun` nothing is queued. Of a refused row its reason is told and the place of the column, never a cell. ' +
      'Its lines stand under `GET /api/events?source=import`.',
  },
  'GET /api/salons/{id}/hooks': {
    does: 'The webhook URLs that a salon has had, newest first: the last 20, each by the last letters of its key.',
  },
  'POST /api/salons/{id}/rotate-hook': {
    does: 'Gives the salon a new `webhookUrl`. The one before goes on to admit for 24 hours, or ends within a minute (`revokeNow`); one that was before it ends, too.',
    errors: saves,
  },
  'DELETE /api/salons/{id}': {
    does:
      'Hides a salon with its records, and ends its webhook URLs: within a minute deliveries are answered 401. What is queued is still stored; records ' +
      'and lines of the journal stay (a person’s go by `erase`). `POST …/restore` undoes it.',
    errors: saves,
  },
  'POST /api/salons/{id}/restore': {
    does: 'Shows a deleted salon again with its records: switched off, and under a new `webhookUrl`.',
    errors: saves,
  },
  'PUT /api/salons/{id}': {
    does: 'Saves what is sent. Only the rules whose switch is turned on, or whose fields are changed, can refuse a save.',
    errors: ['version_conflict', 'invalid_settings', 'already_connected', 'too_large'],
  },
  'POST /api/salons/{id}/preview': {
    does:
      'What a save of these settings would do, taken as a save takes them (`version` is not read): to the last 200 deliveries at most, as ' +
      'many as there is time for. `replay`: by a replay of `lines` after the save; `asNew`: had the choices been there from the start. Nothing is written.',
    errors: ['invalid_settings'],
  },
  'GET /api/catalog/campaigns': { does: catalog },
  'GET /api/catalog/sources': { does: catalog },
  'GET /api/catalog/sites': { does: catalog },
  'PUT /api/catalog/campaigns': { does: saveCatalog, errors: saves, takesTable: true },
  'PUT /api/catalog/sources': { does: saveCatalog, errors: saves, takesTable: true },
  'PUT /api/catalog/sites': { does: saveCatalog, errors: saves, takesTable: true },
  'GET /api/requests': { does: 'A list of requests by `dateTime`.' },
  'GET /api/requests/{id}': {
    does: `${record} A deal’s own request that is superseded by those of its bookings answers the second shape: \`supersededBy\` are their ids.`,
  },
  'GET /api/deals': { does: 'A list of deals by `createdDateTime`.' },
  'GET /api/deals/{id}': { does: record },
  'POST /api/deals/{id}/link': {
    does: 'Asks CoMagic with what it has joined the deal: the answer stands in `delivery.link` of the deal once its `at` is after `askedAt`.',
    status: '202',
    errors: ['invalid_settings'],
  },
  'GET /api/pipelines': {
    does:
      'The pipelines of the account: the default one where a salon uses it, and one for each salon that has its own. Stages in process in ' +
      'steps of 10, then one success and one failed.',
  },
  'GET /api/managers': {
    does: 'The managers whom deals have named, salon by salon, by name. `role` is what was last said of theirs, `first` the first version that named them.',
  },
  'GET /api/contacts': {
    does: 'Contacts by when they were first spoken of (`createdDateTime`). One of whom nothing is known but its id is not listed.',
  },
  'GET /api/connection': {
    does:
      'How the account is connected with CoMagic, without the access key: what was found when the connection was last tried (`check`), why nothing is sent (`stopped`), how much ' +
      'waits, and in how many days it is sent at the present pace. `version` is that of the account.',
  },
  'PUT /api/connection': {
    does:
      'Saves what is sent of the connection. Switched on, or from an earlier `startDate` on, it starts a job `backfill` (`backfill` is its id), which begins two minutes later; without a `startDate` it is today. ' +
      'An `accessKey` is kept encrypted and never shown; `null` removes it. Switched on without one is `invalid_settings`.',
    errors: ['version_conflict', 'invalid_settings'],
  },
  'POST /api/connection/check': {
    does: 'Has the connection tried, from the address on CoMagic’s list: what was found stands in `status.check` once its `at` is after `askedAt`.',
    status: '202',
    errors: ['invalid_settings'],
  },
  'POST /api/connection/load': {
    does: 'Has sent at once what waits, and does not wait for the account’s turn.',
    status: '202',
    errors: ['invalid_settings'],
  },
  'GET /api/refused': {
    does: 'Requests, deals and contacts that CoMagic has refused, each with why, those first that it refused last. A job `resend` has them sent again.',
  },
  'GET /api/events': {
    does: 'The journal: one line a delivery, by receive time, of the last 30 days; with `source=import` in their place one line a row that was imported, by when that was. Account `-` holds what had no readable envelope.',
  },
  'GET /api/events/{id}': {
    does: '`id` as the webhook answered it. The line of the latest delivery, those of all deliveries, newest first, and the message of the latest as it was queued, which a viewer sees with `reveal` alone.',
  },
  'GET /api/audit': {
    does: 'What was changed in the account, or shown to a viewer with `reveal`: by whom, to whom and when. A call looks at 62 days and gives a cursor for the rest. `salon`: our key alone, also of one that was deleted.',
  },
  'POST /api/search': {
    does:
      'What became of whatever can be said of a booking: its phone as typed, an e-mail, any id, or a delivery as it was sent. Nothing found: ' +
      'when the salon was last heard of, its usual gap, and what was refused within two hours of `at`. Persons ' +
      'in what was stored before they could be searched for are found once a job `refold` is done; until then the answer is `incomplete`.',
  },
  'GET /api/problems': {
    does:
      'Deliveries that are not done, or were warned, by salon and reason, counted up to 1,000, with the job that helps; ten salons a call. ' +
      'Account `-`: what had no readable envelope.',
  },
  'GET /api/health': {
    does:
      'What waits in the queues, of all accounts; of this account what was parked in 24 hours, when the last delivery came, and how many ' +
      'lines of the journal are of today.',
  },
  'GET /api/jobs': { does: 'Jobs of the last 90 days, newest first.' },
  'POST /api/jobs': {
    does:
      'Asks for a job. It works out what it would do (`forecasting`), tells it as `forecast` where it can, and is then `ready` to be started. ' +
      '`replay` does deliveries of a salon again, with its settings of today; `rechoose` gives its stored records other choices, a default together with its `attributeTo`; `refold` ' +
      'folds again what an older version has folded; `resend` has sent again one record, what CoMagic has refused of a salon, or all of it, `backfill` ' +
      'what there is `since` a day: these two only mark, and run without being started: `resend` at once, `backfill` two minutes later, when every process has heard that records are sent; `erase` wipes a person, of whom one of `phone`, `email` and `contact` is sent, and once more as `again`; `incomplete` among its counts: what was stored before persons could be searched for may be missed, until a job `refold` is done. ' +
      'It is done once CoMagic has nothing of the person either; what people have to erase there stands under `byHand`.',
    status: '201',
  },
  'GET /api/jobs/{id}': {
    does:
      'How far a job is: `counts` says how many lines, or sets, ended how. `changedMeanwhile`: whether the settings of the salon, the lines, ' +
      'or what is stored of their records, are other than its forecast has found them, so that it may come out otherwise.',
  },
  'POST /api/jobs/{id}/start': {
    does: 'Starts a job that is `ready`, with the settings of the salon as they are now. One that was started stays as it is.',
    errors: ['not_ready'],
  },
  'POST /api/jobs/{id}/stop': {
    does: 'Stops a job: one that runs first ends what it has begun (`stopping`). What it has done stays; one that has ended stays as it is.',
  },
} as const satisfies Record<RouteKey, RouteWords>;

/** In the order of the model. */
export function routeKeys(): RouteKey[] {
  return Object.keys(apiRoutes).filter((key): key is RouteKey => key in routeWords);
}

type QueryWord = { [K in RouteKey]: keyof v.InferInput<(typeof apiRoutes)[K]['query']> }[RouteKey];

/** A parameter of a query without words does not compile. */
export const queryWords: Record<QueryWord, string> = {
  from: 'a date in the account’s zone, or an instant with an offset; included. Absent: 30 days, of which the last ends with `to`, or is today',
  to: 'the same, excluded. Absent: up to now',
  salon: 'our key of a salon, or ProfSalon’s id of it; one that is not there is `invalid_request`',
  cursor: 'of the answer before, to the same query. Another than one of ours is `invalid_request`',
  limit: 'items of a page, 1 to 500',
  order: 'by time',
  hidden: 'also what lists hide, each with why under `hidden`',
  status: 'only such',
  step: 'only requests that were attributed by this step; `unfound`: by the default, or by none',
  campaign: 'only requests of this campaign of the catalog',
  source: 'only requests of this source of the catalog',
  pipeline: 'only deals of this pipeline, by the id that `GET /api/pipelines` gives',
  stage: 'only deals in a stage of this name, in any case and with `ё` as `е`; one without a name goes by its id',
  manager: 'only deals of the manager with this id of the sender',
  noContact: 'only requests without, or only with, a phone or an e-mail that can be used',
  what: 'only such acts',
  version: 'of a table alone: the version that it replaces',
  type: 'only deals whose stage is of this type today; `none`: of which no stage was said',
  kind: 'only lines of such events',
  deleted: 'those that were deleted, in the place of the others; for admins',
  warned: 'only lines that have warnings',
  problem:
    'only lines of the salon that stand under this problem, imports among them; without a salon in account `-` alone',
  reveal:
    'a viewer sees names, phones, e-mails, comments and messages as they are, which leaves a line of the audit; masked without',
};
