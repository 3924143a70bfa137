import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as v from 'valibot';
import type { FoundHook } from '../model/delivery.ts';
import { settingsKeys, type ItemKey } from '../model/keys.ts';
import { hookSchema, salonSchema } from '../model/settings.ts';

/** What an item of the settings table says stands in its `body`, as JSON. */
const jsonBody = v.pipe(v.string(), v.parseJson());
const hookItem = v.object({ body: v.pipe(jsonBody, hookSchema) });
const salonItem = v.object({ body: v.pipe(jsonBody, salonSchema) });

/**
 * The webhook's only reads. Always consistent: an answer is kept for a minute, so the dearer read costs next to
 * nothing, and a hook key or token saved a moment ago works at once.
 */
export function settingsDoor(client: DynamoDBDocumentClient, table: string) {
  async function get(key: ItemKey, signal: AbortSignal): Promise<unknown> {
    const command = new GetCommand({ TableName: table, Key: key, ConsistentRead: true });
    const { Item } = await client.send(command, { abortSignal: signal });
    return Item;
  }

  return {
    /** The salon that a hook key was given to, whether or not the key has ended; undefined for an unknown key. */
    findHook: async (hookKey: string, signal: AbortSignal): Promise<FoundHook | undefined> => {
      const hook = await get(settingsKeys.hook(hookKey), signal);
      if (hook === undefined) return undefined;
      const { accountKey, salonKey, endsAt } = v.parse(hookItem, hook).body;
      const salon = await get(settingsKeys.salon(accountKey, salonKey), signal);
      if (salon === undefined) return undefined;
      return { salon: v.parse(salonItem, salon).body, ...(endsAt === undefined ? {} : { endsAt }) };
    },
  };
}
