/** A person of whom a text may say nothing: `marks` are all the ways to say it. */
export interface Person {
  name: string;
  phone: string;
  email: string;
  marks: string[];
}

function person(name: string, digit: number): Person {
  const email = `mark-mail-${digit}@example.ru`;
  return {
    name,
    phone: `8 (916) 777-00-0${digit}`,
    email,
    marks: [name, email, `777000${digit}`, `777-00-0${digit}`],
  };
}

/** One for each way that a delivery may take, so that each is seen to have been read. */
export const people = {
  json: person('МАРКЕРИНА', 1),
  form: person('ФОРМАРИНА', 2),
  multipart: person('ЧАСТИРИНА', 3),
  declared: person('КОДИРИНА', 4),
  undeclared: person('БАЙТИРИНА', 5),
  parked: person('СТОЯРИНА', 6),
  newToken: person('ТОКЕРИНА', 7),
  member: person('УЧАСТИРИНА', 8),
};

/** Tokens and secrets; no table and no queue may hold one. */
export const tokens = {
  wrong: 'MARKwrongTOKEN4712',
  ofNewSalon: 'MARKfirstTOKEN4713',
  changed: 'MARKchangedTOKEN4714',
  nested: 'MARKnestedSECRET4715',
};

/** A deal's creation with all that is known of a person, and secrets where they do not belong. */
export function dealOf({ name, phone, email }: Person, token: string) {
  return {
    id: `${email} ${token}`,
    name: `Запись: ${name}`,
    comment: `${name} ${phone} ${token}`,
    contact: { name, phone, email, password: tokens.nested },
    custom_fields: [{ id: 'card_secret', name: 'Карта', value: name, api_secret: tokens.nested }],
    [token]: 1,
  };
}

export interface MarkedBody {
  body: Buffer;
  headers: Record<string, string>;
}

/** The same in every form of body that the contract knows, the token in another field of each. */
export async function markedBodies(token: string): Promise<MarkedBody[]> {
  const deal = (of: Person) => ({ event: 'deal.created', data: dealOf(of, token) });
  const form = fieldsOf({ ...deal(people.form), token });
  return [
    json(JSON.stringify({ ...deal(people.json), token })),
    urlencoded(new URLSearchParams(form).toString()),
    await multipart(fieldsOf({ ...deal(people.multipart), access_token: token })),
    json(JSON.stringify({ ...deal(people.declared), api_token: token }), 'windows-1251'),
    urlencoded(percentEncoded(fieldsOf({ ...deal(people.undeclared), auth: { application_token: token } }))),
  ];
}

function json(text: string, charset?: 'windows-1251'): MarkedBody {
  const type = charset === undefined ? 'application/json' : `application/json; charset=${charset}`;
  return { body: charset === undefined ? Buffer.from(text) : windows1251(text), headers: { 'content-type': type } };
}

function urlencoded(text: string): MarkedBody {
  return { body: Buffer.from(text), headers: { 'content-type': 'application/x-www-form-urlencoded' } };
}

async function multipart(fields: [string, string][]): Promise<MarkedBody> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const encoded = new Response(form);
  const type = encoded.headers.get('content-type') ?? '';
  return { body: Buffer.from(await encoded.arrayBuffer()), headers: { 'content-type': type } };
}

/** As PHP writes a tree into a form: `data[contact][name]`. */
function fieldsOf(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const name = path === '' ? key : `${path}[${key}]`;
    return typeof value === 'object' && value !== null ? fieldsOf(value, name) : [[name, String(value)]];
  });
}

function percentEncoded(fields: [string, string][]): string {
  const encoded = (text: string) => [...windows1251(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`);
  return fields.map((pair) => pair.map((text) => encoded(text).join('')).join('=')).join('&');
}

/** Of ASCII and А … я. */
function windows1251(text: string): Buffer {
  return Buffer.from(Array.from(text, (letter) => letter.charCodeAt(0)).map(byteOf));
}

const byteOf = (code: number) => (code < 128 ? code : code - 0x350);
