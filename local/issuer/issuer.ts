import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import Provider from 'oidc-provider';
import type { SignIn } from '../../lib/model/sign-in.ts';
import { issuerConfiguration, type IssuerSecrets, type PageClient } from './configuration.ts';
import { loginHandler } from './login.ts';

export interface Issuer {
  /** The `iss` of its tokens; they survive a restart as long as the port is the same. */
  url: string;
  port: number;
  tokenUrl: string;
  jwksUrl: string;
  /** How the page signs people in. */
  signIn: SignIn;
  close: () => Promise<void>;
}

/** An OpenID Connect issuer of access tokens on loopback; takes a free port when `port` is in use. */
export async function startIssuer(secrets: IssuerSecrets, page: PageClient, port: number): Promise<Issuer> {
  const server = createServer();
  const taken = await listen(server, port).catch(() => listen(server, 0));
  const url = `http://127.0.0.1:${taken}`;
  serve(server, new Provider(url, issuerConfiguration(secrets, page, url)), page);
  return {
    url,
    port: taken,
    tokenUrl: `${url}/token`,
    jwksUrl: `${url}/jwks`,
    signIn: signInOf(url, page),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function serve(server: Server, provider: Provider, page: PageClient): void {
  const callback = provider.callback();
  const login = loginHandler(provider, page);
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) void callback(request, response);
    else
      login(request, response).catch(() => {
        endWithoutLogin(response);
      });
  });
}

/** The login has ended or was begun in another browser. */
function endWithoutLogin(response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('Вход уже завершён или начат в другом браузере: откройте кабинет заново.\n');
}

function signInOf(url: string, { id, urls: [home = ''] }: PageClient): SignIn {
  const query = new URLSearchParams({ client_id: id, post_logout_redirect_uri: home });
  return {
    issuer: url,
    clientId: id,
    authorizationUrl: `${url}/auth`,
    tokenUrl: `${url}/token`,
    signOutUrl: `${url}/session/end?${query.toString()}`,
  };
}

async function listen(server: Server, port: number): Promise<number> {
  const listening = once(server, 'listening');
  server.listen(port, '127.0.0.1');
  await listening;
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}
