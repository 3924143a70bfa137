import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import Provider from 'oidc-provider';
import { issuerConfiguration, type IssuerSecrets } from './configuration.ts';

export interface Issuer {
  /** The `iss` of its tokens; they survive a restart as long as the port is the same. */
  url: string;
  port: number;
  tokenUrl: string;
  jwksUrl: string;
  close: () => Promise<void>;
}

/** An OpenID Connect issuer of access tokens on loopback; takes a free port when `port` is in use. */
export async function startIssuer(secrets: IssuerSecrets, port: number): Promise<Issuer> {
  const server = createServer();
  const taken = await listen(server, port).catch(() => listen(server, 0));
  const url = `http://127.0.0.1:${taken}`;
  const callback = new Provider(url, issuerConfiguration(secrets, url)).callback();
  server.on('request', (request, response) => {
    void callback(request, response);
  });
  return {
    url,
    port: taken,
    tokenUrl: `${url}/token`,
    jwksUrl: `${url}/jwks`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  const listening = once(server, 'listening');
  server.listen(port, '127.0.0.1');
  await listening;
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}
