import type { Decoded, EncodedBody } from '../model/contract.ts';
import { isObject, type Json, type JsonObject } from '../model/json.ts';
import { asciiBased, decoderOf, readerOf, withMark } from '../reading/charset.ts';
import { fieldsOf } from '../reading/fields.ts';
import type { Names } from '../reading/folded-name.ts';
import { multipartPairs, readPairs, urlencodedPairs } from '../reading/form-fields.ts';
import { jsonInText, parseLossless } from '../reading/lossless-json.ts';
import { lookOf, mediaTypeOf, type MediaType } from '../reading/media-type.ts';
import { fieldsNamed, rootOf, type Node } from '../reading/node.ts';
import { formValue, type Pair } from '../reading/php-form.ts';
import { envelopeNames } from './names.ts';
import { splitEvents, type Body } from './split-events.ts';

const maxBodyBytes = 1_048_576;

/** Any body to its events, or why not. Linear in the size of the body. */
export function decodeBody({ bytes, contentType, contentEncoding }: EncodedBody): Decoded {
  if (bytes.length > maxBodyBytes) return refused('too_large');
  if (!isPlain(contentEncoding)) return refused('unsupported_media_type');
  const media = mediaTypeOf(contentType);
  if (media.charset !== undefined && !decoderOf(media.charset)) return refused('unsupported_media_type');
  const encoded = asciiBased(withMark({ bytes, ...media }));
  const binary = Buffer.from(encoded.bytes).toString('latin1');
  if (!notBlank.test(binary)) return refused('invalid_body');
  return decodeText(binary, { ...media, ...encoded });
}

export const notBlank = /[^ \t\r\n]/;

function isPlain(contentEncoding: string): boolean {
  return contentEncoding.split(',').every((coding) => ['', 'identity'].includes(coding.trim().toLowerCase()));
}

function refused(reason: Exclude<Decoded, { ok: true }>['reason']): Decoded {
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

export const firstBoundary = /^[ \t\r\n]*--([^\r\n]+)/;

function multipart(binary: string, { boundary }: MediaType): Pair[] {
  const named = boundary === undefined ? [] : multipartPairs(binary, boundary);
  const first = firstBoundary.exec(binary)?.[1];
  return named.length > 0 || first === undefined ? named : multipartPairs(binary, first.trimEnd());
}

/** A text of JSON may hold the body as JSON once more. */
function decodeJson(binary: string, { charset }: MediaType): Decoded {
  const { read, warning } = readerOf(binary, charset);
  const parsed = parseLossless(read(binary));
  const inner = parsed.ok && typeof parsed.value === 'string' ? jsonInText(parsed.value) : parsed;
  if (inner?.ok !== true) return refused('invalid_body');
  return admitted({ value: inner.value }, [inner.value], warning);
}

/** A field `payload` or `json` that holds JSON is the body; the other fields are its envelope. */
function decodeForm(binaryPairs: Pair[], { charset }: MediaType): Decoded {
  const { pairs, warning } = readPairs(binaryPairs, charset);
  const form = formValue(pairs);
  if (form === undefined || pairs.length === 0) return refused('invalid_body');
  const held = isObject(form) ? bodyIn(form) : undefined;
  if (held?.ok === false) return refused('invalid_body');
  if (held === undefined) return admitted({ value: form }, [form], warning);
  return admitted({ beneath: held.envelope, value: held.value }, [form, held.value], warning);
}

type Held = { ok: true; envelope: JsonObject; value: Json } | { ok: false };

function bodyIn(form: JsonObject): Held | undefined {
  for (const field of fieldsOf(rootOf([form])).find(envelopeNames.body)) {
    const parsed = typeof field.value === 'string' ? jsonInText(field.value) : undefined;
    if (parsed === undefined) continue;
    const { [field.name]: _, ...envelope } = form;
    return parsed.ok ? { ok: true, envelope, value: parsed.value } : { ok: false };
  }
  return undefined;
}

/** Where the contract looks for tokens in a body: at its top level, and in Bitrix's `auth[application_token]`. */
function tokensOf(body: Json): string[] {
  if (!isObject(body)) return [];
  const top = rootOf([body]);
  const every = (node: Node, names: Names) => names.flatMap((name) => fieldsNamed(node, name));
  const inAuth = every(top, envelopeNames.auth).flatMap((auth) => every(auth, envelopeNames.applicationToken));
  return [...every(top, envelopeNames.token), ...inAuth].flatMap(({ value }) =>
    typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [],
  );
}

function admitted(body: Body, presenting: Json[], warning: string | undefined): Decoded {
  const split = splitEvents(body);
  if ('reason' in split) return refused(split.reason);
  const tokens = [...new Set(presenting.flatMap(tokensOf))];
  return { ok: true, events: split.events, tokens, warnings: warning === undefined ? [] : [warning] };
}
