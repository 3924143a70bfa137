import type { ApiHost, CallDataApi } from '../model/data-api.ts';
import { answerOf } from './answer.ts';

/** What a call is sent with; throws when no reply came, or none in time. */
export type Post = (url: string, body: string) => Promise<{ status: number; body: string }>;

export interface ClientDeps {
  post: Post;
  /** Tells a call from all others. */
  newId: () => string;
  urls: Readonly<Record<ApiHost, string>>;
}

/**
 * CoMagic's Data API, JSON-RPC 2.0. Never throws: a call without a readable reply may have been carried out or not.
 * The key stands in the body alone and in nothing that is answered.
 */
export function dataApiClient({ post, newId, urls }: ClientDeps): CallDataApi {
  return async ({ host, accessKey }, method, params) => {
    const call = { jsonrpc: '2.0', id: newId(), method, params: { access_token: accessKey, ...params } };
    try {
      const reply = await post(urls[host], JSON.stringify(call));
      return reply.status < 500 ? answerOf(method, JSON.parse(reply.body)) : { outcome: 'again', applied: 'unknown' };
    } catch {
      return { outcome: 'again', applied: 'unknown' };
    }
  };
}
