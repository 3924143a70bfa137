import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';
import { parameterFile, type ParameterFile, type ParameterFileOptions } from './parameter-file.ts';

export interface SsmOptions extends ParameterFileOptions {
  /** Told what is answered as an InternalServerError. */
  onError: (error: unknown) => void;
}

export interface SsmServer {
  /** e.g. `http://127.0.0.1:49152`, for AWS_ENDPOINT_URL_SSM. */
  endpoint: string;
  close: () => Promise<void>;
}

/**
 * The parameter store of AWS Systems Manager for one machine: encrypted parameters over AWS JSON 1.1 on a free port of loopback,
 * without authentication. No other types, labels, policies, paths or versions.
 */
export async function startSsm({ onError, ...options }: SsmOptions): Promise<SsmServer> {
  const parameters = parameterFile(options);
  const server = createServer((request, response) => {
    void performed(parameters, request)
      .catch((error: unknown) => failed(error, onError))
      .then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: async () => {
      const done = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await done;
    },
  };
}

const name = v.pipe(v.string(), v.regex(/^\/[\w.-]+(?:\/[\w.-]+)*$/), v.maxLength(1011));
const namedSchema = v.object({ Name: name });
const getSchema = v.object({ Name: name, WithDecryption: v.literal(true) });
const putSchema = v.object({
  Name: name,
  Value: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)),
  Type: v.literal('SecureString'),
  Overwrite: v.optional(v.boolean(), false),
});

const actions: Readonly<Record<string, (parameters: ParameterFile, input: unknown) => object>> = {
  GetParameter: (parameters, input) => {
    const { Name } = v.parse(getSchema, input);
    const Value = parameters.find(Name);
    if (Value === undefined) throw new SsmError('ParameterNotFound');
    return { Parameter: { Name, Value, Type: 'SecureString', LastModifiedDate: Date.now() / 1000 } };
  },
  PutParameter: (parameters, input) => {
    const { Name, Value, Overwrite } = v.parse(putSchema, input);
    if (!Overwrite && parameters.find(Name) !== undefined) throw new SsmError('ParameterAlreadyExists');
    parameters.put(Name, Value);
    return { Tier: 'Standard' };
  },
  DeleteParameter: (parameters, input) => {
    const { Name } = v.parse(namedSchema, input);
    if (!parameters.remove(Name)) throw new SsmError('ParameterNotFound');
    return {};
  },
};

/** A refusal by the name that SSM gives it. */
class SsmError extends Error {
  override readonly name: 'ParameterNotFound' | 'ParameterAlreadyExists' | 'UnknownOperationException';

  constructor(refusal: SsmError['name']) {
    super(refusal);
    this.name = refusal;
  }
}

interface Answer {
  status: number;
  body: object;
}

async function performed(parameters: ParameterFile, request: IncomingMessage): Promise<Answer> {
  const [service, action = ''] = String(request.headers['x-amz-target']).split('.');
  const act = service === 'AmazonSSM' ? actions[action] : undefined;
  const input: unknown = JSON.parse(await text(request));
  if (act === undefined) throw new SsmError('UnknownOperationException');
  return { status: 200, body: act(parameters, input) };
}

/** The names alone: what is wrong in an input may be the value. */
function failed(error: unknown, onError: SsmOptions['onError']): Answer {
  if (error instanceof SsmError) return { status: 400, body: { __type: error.name } };
  if (error instanceof v.ValiError || error instanceof SyntaxError) {
    return { status: 400, body: { __type: 'ValidationException' } };
  }
  onError(error);
  return { status: 500, body: { __type: 'InternalServerError' } };
}
