declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  /** What a client may have without asking a person. */
  export interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  /** The part of a call's context that the local issuer uses. */
  export interface Context {
    type: string;
    body: string;
    set(header: string, value: string): void;
    oidc: {
      client: { clientId: string };
      session: { accountId: string; grantIdFor: (clientId: string) => string | undefined };
      provider: {
        Grant: {
          new (of: { clientId: string; accountId: string }): Grant;
          find: (id: string) => Promise<Grant | undefined>;
        };
      };
    };
  }

  /** The part of oidc-provider 9 that the local issuer uses. */
  export default class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    /** Of the login that a browser is about to make; rejects where its cookie is missing or has ended. */
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{ uid: string; params: Record<string, unknown> }>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { login: { accountId: string } },
      options: { mergeWithLastSubmission: boolean },
    ): Promise<void>;
  }
}

declare module 'oidc-provider/lib/adapters/memory_adapter.js' {
  /** Keeps sessions, codes and refresh tokens of one issuer in memory. `clockTolerance`: seconds. */
  export function createMemoryAdapter(clockTolerance: number): unknown;
}
