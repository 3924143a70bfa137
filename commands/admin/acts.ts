import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Api } from '../api/client.ts';
import { allOf } from '../api/pages.ts';
import { askJob, jobText, startJob } from './jobs.ts';
import { foundText } from './found.ts';

/** What a command is called with: its words after the name, and the options of the API's queries. */
export interface Call {
  words: readonly string[];
  query: Readonly<Record<string, string>>;
  /** Takes how far it is. */
  tell: (line: string) => void;
}
type Act = (api: Api, call: Call) => Promise<unknown>;
export interface Command {
  words: readonly string[];
  act: Act;
  /** The answer in words, where a table does not say it. */
  text?: (answer: unknown) => string;
}

/** Items that a list shows at most when nobody says `--limit`. */
const usual = 50;
const versionSchema = v.looseObject({ version: v.number() });
const contentSchema = v.record(v.string(), v.unknown());

/** Every command, by its name and how its words are called. */
export const acts: Readonly<Record<string, Command>> = {
  'salons list': { words: [], act: list('/api/salons') },
  'salons show': { words: ['KEY'], act: show('/api/salons') },
  'salons create': { words: ['FILE'], act: (api, call) => api('POST', '/api/salons', fileOf(call.words[0])) },
  'salons save': {
    words: ['KEY', 'FILE'],
    act: (api, { words }) => save(api, `/api/salons/${part(words[0])}`, words[1]),
  },
  'catalog show': { words: ['LIST'], act: show('/api/catalog') },
  'catalog put': { words: ['LIST', 'FILE'], act: putCatalog },
  'members list': { words: [], act: (api) => api('GET', '/api/members') },
  'members add': { words: ['SUBJECT', 'ROLE'], act: addMember },
  'members remove': { words: ['SUBJECT'], act: (api, { words }) => api('DELETE', `/api/members/${part(words[0])}`) },
  'requests list': { words: [], act: list('/api/requests') },
  'requests show': { words: ['ID'], act: show('/api/requests') },
  'deals list': { words: [], act: list('/api/deals') },
  'deals show': { words: ['ID'], act: show('/api/deals') },
  'events list': { words: [], act: list('/api/events') },
  'events show': { words: ['ID'], act: show('/api/events') },
  'jobs list': { words: [], act: list('/api/jobs') },
  'jobs show': { words: ['ID'], act: show('/api/jobs'), text: jobText },
  'jobs ask': { words: ['FILE'], act: (api, { words, tell }) => askJob(api, fileOf(words[0]), tell), text: jobText },
  'jobs start': { words: ['ID'], act: (api, { words, tell }) => startJob(api, words[0] ?? '', tell), text: jobText },
  'jobs stop': {
    words: ['ID'],
    act: (api, { words }) => api('POST', `/api/jobs/${part(words[0])}/stop`),
    text: jobText,
  },
  'connection show': { words: [], act: (api) => api('GET', '/api/connection') },
  'connection save': { words: ['FILE'], act: (api, { words }) => save(api, '/api/connection', words[0]) },
  'connection check': { words: [], act: (api) => api('POST', '/api/connection/check') },
  'connection load': { words: [], act: (api) => api('POST', '/api/connection/load') },
  'refused list': { words: [], act: list('/api/refused') },
  'search phone': { words: ['PHONE'], act: search('phone'), text: foundText },
  'search email': { words: ['EMAIL'], act: search('email'), text: foundText },
  'search id': { words: ['ID'], act: search('id'), text: foundText },
  'search delivery': { words: ['FILE'], act: searchDelivery, text: foundText },
  'problems list': { words: [], act: problems },
  'health show': { words: [], act: (api) => api('GET', '/api/health') },
};

/** In the body, for phones and e-mails have no place in URLs; `-` is read from standard input, out of the shell's history. */
function search(by: 'phone' | 'email' | 'id'): Act {
  return (api, { words: [said = '-'], query }) =>
    api('POST', '/api/search', { ...query, [by]: said === '-' ? textOf(said).trim() : said });
}

function searchDelivery(api: Api, { words: [path], query }: Call): Promise<unknown> {
  return api('POST', '/api/search', { ...query, delivery: textOf(path) });
}

async function problems(api: Api, { query }: Call): Promise<unknown> {
  return { items: await allOf(api, '/api/problems', query, Infinity, {}) };
}

function list(path: string): Act {
  return async (api, { query: { limit = String(usual), ...query } }) => {
    const items = await allOf(api, path, query, Number(limit));
    return { items };
  };
}

function show(path: string): Act {
  return (api, { words }) => api('GET', `${path}/${part(words[0])}`);
}

/** The version is the one that is there, unless the file names one. */
async function save(api: Api, path: string, file: string | undefined): Promise<unknown> {
  const { version } = v.parse(versionSchema, await api('GET', path));
  return api('PUT', path, { version, ...fileOf(file) });
}

async function putCatalog(api: Api, { words: [name, file] }: Call): Promise<unknown> {
  return save(api, `/api/catalog/${part(name)}`, file);
}

async function addMember(api: Api, { words: [subject, role] }: Call): Promise<unknown> {
  return api('POST', '/api/members', { subject, role });
}

function part(word = ''): string {
  return encodeURIComponent(word);
}

/** A JSON object in a file, or with `-` on standard input. */
function fileOf(path = '-'): Record<string, unknown> {
  try {
    return v.parse(contentSchema, JSON.parse(textOf(path)));
  } catch {
    throw new Error(`${path} is no JSON object that can be read.`);
  }
}

function textOf(path = '-'): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch {
    throw new Error(`${path} cannot be read.`);
  }
}
