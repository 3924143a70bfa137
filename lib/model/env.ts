import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));
const url = v.pipe(v.string(), v.url());

const settingsTable = { SETTINGS_TABLE: text };
const journalTable = { JOURNAL_TABLE: text };
const recordsTable = { RECORDS_TABLE: text };
const jobsTable = { JOBS_TABLE: text, JOBS_QUEUE_URL: url };
const workQueues = { BOOKINGS_QUEUE_URL: url, DEALS_QUEUE_URL: url };
const deadLetters = { BOOKINGS_DEAD_LETTERS_URL: url, DEALS_DEAD_LETTERS_URL: url };

const deliveryQueue = { DELIVERY_QUEUE_URL: url };
/** Path in SSM under which the access keys of accounts lie, without the final slash. */
const accessKeys = { ACCESS_KEYS_PATH: v.pipe(v.string(), v.startsWith('/')) };

/** The environment of each function, typed for the stack and read once in the entry file. */
export const environments = {
  webhook: v.object({ ...settingsTable, ...workQueues }),
  // The workers send, too: what one does not finish goes on as a message.
  bookings: v.object({ ...settingsTable, ...recordsTable, ...journalTable, ...workQueues }),
  deals: v.object({ ...settingsTable, ...recordsTable, ...journalTable, ...workQueues }),
  // It wipes, too: an event that was erased may have left rows before it failed.
  parked: v.object({ ...settingsTable, ...recordsTable, ...journalTable }),
  jobs: v.object({
    ...settingsTable,
    ...recordsTable,
    ...journalTable,
    ...jobsTable,
    // An erasure is over once it has seen each of them empty.
    ...workQueues,
    ...deadLetters,
    /** For how long a step keeps others from its job; longer than a step may take. */
    LEASE_SECONDS: v.pipe(text, v.digits()),
  }),
  delivery: v.object({
    ...settingsTable,
    ...recordsTable,
    ...deliveryQueue,
    ...accessKeys,
    /** Addresses of CoMagic's Data API in its two projects. */
    COMAGIC_API_URL: url,
    UISCOM_API_URL: url,
  }),
  admin: v.object({
    ...settingsTable,
    ...recordsTable,
    ...journalTable,
    ...jobsTable,
    // It says how much waits in them.
    ...workQueues,
    ...deadLetters,
    ...deliveryQueue,
    ...accessKeys,
    /** The IPv4 address from which CoMagic is called; `none`: there is no fixed one. */
    CALLING_ADDRESS: v.union([v.literal('none'), v.pipe(text, v.ipv4())]),
    /** Start of every webhook URL, without the final slash, e.g. `https://hooks.example.ru`. */
    WEBHOOK_BASE_URL: url,
    TOKEN_ISSUER: url,
    TOKEN_JWKS_URL: url,
    /** Comma-separated OAuth client ids whose access tokens are taken. */
    TOKEN_CLIENT_IDS: text,
  }),
} as const;
export type FunctionName = keyof typeof environments;
export type Environment<F extends FunctionName> = v.InferOutput<(typeof environments)[F]>;
