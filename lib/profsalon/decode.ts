import { isObject, type Json } from '../model/json.ts';
import type { RefusedReason } from '../model/reasons.ts';
import { formBody } from './body-form.ts';
import { asciiBased, decoderOf, readerOf, withMark } from './charset.ts';
import { multipartPairs, readPairs, urlencodedPairs } from './form-fields.ts';
import { parseLossless } from './lossless-json.ts';
import { lookOf, mediaTypeOf, type MediaType } from './media-type.ts';
import { formValue, type Pair } from './php-form.ts';
import { splitEvents } from './split-events.ts';

/** Sizes in bytes; an event is measured as UTF-8 JSON, as it will travel. */
const maxBodyBytes = 1_048_576;
const maxEventBytes = 204_800;
const maxEvents = 100;

export interface Delivery {
  bytes: Uint8Array;
  contentType?: string;
  contentEncoding?: string;
}

/**
 * A delivery's events, each with the fields of its envelope; `tokens` are those that the body presents, trimmed;
 * `warnings` hold for every event.
 */
export interface DecodedBody {
  ok: true;
  events: Json[];
  tokens: string[];
  warnings: string[];
}
interface UndecodedBody {
  ok: false;
  reason: Exclude<RefusedReason, 'invalid_token'>;
}
export type Decoded = DecodedBody | UndecodedBody;

/** The section "Bodies" of the contract: any body to its events, or why not. Linear in the size of the body. */
export function decodeBody({ bytes, contentType = '', contentEncoding = '' }: Delivery): Decoded {
  if (bytes.length > maxBodyBytes) return refused('too_large');
  if (!isPlain(contentEncoding)) return refused('unsupported_media_type');
  const media = mediaTypeOf(contentType);
  if (media.charset !== undefined && !decoderOf(media.charset)) return refused('unsupported_media_type');
  const encoded = asciiBased(withMark({ bytes, ...media }));
  const binary = Buffer.from(encoded.bytes).toString('latin1');
  if (!/[^ \t\r\n]/.test(binary)) return refused('invalid_body');
  return decodeText(binary, { ...media, ...encoded });
}

function isPlain(contentEncoding: string): boolean {
  return contentEncoding.split(',').every((coding) => ['', 'identity'].includes(coding.trim().toLowerCase()));
}

function refused(reason: UndecodedBody['reason']): UndecodedBody {
  return { ok: false, reason };
}

/** The look of a list or an object outweighs the header: senders forget it more often than they break their JSON. */
function decodeText(binary: string, media: MediaType): Decoded {
  const look = lookOf(binary);
  if (look === 'json') return decodeJson(binary, media);
  if (look === 'multipart' || (media.kind === 'multipart' && look !== 'form'))
    return decodeForm(multipart(binary, media), media);
  if (look === 'form' || media.kind === 'form') return decodeForm(urlencodedPairs(binary), media);
  if (look === 'scalar' || media.kind === 'json') return decodeJson(binary, media);
  return refused('unsupported_media_type');
}

function multipart(binary: string, { boundary }: MediaType): Pair[] {
  const named = boundary === undefined ? [] : multipartPairs(binary, boundary);
  const first = /^\s*--([^\r\n]+)/.exec(binary)?.[1];
  return named.length > 0 || first === undefined ? named : multipartPairs(binary, first.trimEnd());
}

function decodeJson(binary: string, { charset }: MediaType): Decoded {
  const { read, warning } = readerOf(binary, charset);
  const parsed = parseLossless(read(binary));
  if (!parsed.ok) return refused('invalid_body');
  return admitted(parsed.value, tokensOf(parsed.value), warning);
}

function decodeForm(binaryPairs: Pair[], { charset }: MediaType): Decoded {
  const { pairs, warning } = readPairs(binaryPairs, charset);
  const form = formValue(pairs);
  if (form === undefined || pairs.length === 0) return refused('invalid_body');
  const body = formBody(form);
  if (!body.ok) return refused('invalid_body');
  return admitted(body.value, [...tokensOf(form), ...tokensOf(body.value)], warning);
}

/** Where the contract looks for tokens in a body: at its top level, and in Bitrix's `auth[application_token]`. */
function tokensOf(body: Json): string[] {
  if (!isObject(body)) return [];
  const { token, access_token, api_token, auth } = body;
  const tokens = [token, access_token, api_token, isObject(auth) ? auth['application_token'] : undefined];
  return tokens.flatMap((found) => (typeof found === 'string' && found.trim() !== '' ? [found.trim()] : []));
}

function admitted(body: Json, tokens: string[], warning: string | undefined): Decoded {
  const events = splitEvents(body);
  if (!events) return refused('invalid_body');
  if (events.length > maxEvents || events.some(isTooLarge)) return refused('too_large');
  return { ok: true, events, tokens: [...new Set(tokens)], warnings: warning === undefined ? [] : [warning] };
}

function isTooLarge(event: Json): boolean {
  return Buffer.byteLength(JSON.stringify(event)) > maxEventBytes;
}
