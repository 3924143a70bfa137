import type { SQSClient } from '@aws-sdk/client-sqs';
import { startSqs } from '../../local/sqs/server.ts';
import { clientOf } from './driver.ts';
import { ownFolder } from './own-folder.ts';

export interface OwnServer {
  endpoint: string;
  client: SQSClient;
  close: () => Promise<void>;
}

/** The local SQS server over a folder of its own, and a client of it. */
export async function ownServer(): Promise<OwnServer> {
  const folder = await ownFolder();
  const server = await startSqs({ file: folder.file });
  const client = clientOf(server.endpoint);
  return {
    endpoint: server.endpoint,
    client,
    close: async () => {
      client.destroy();
      await server.close();
      await folder.remove();
    },
  };
}
