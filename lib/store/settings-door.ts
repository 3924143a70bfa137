import { GetItemCommand, type AttributeValue, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { FoundHook } from '../model/delivery.ts';
import { settingsKeys, type ItemKey } from '../model/keys.ts';
import { hookSchema, salonSchema } from '../model/settings.ts';
import { settingsValue } from './settings-item.ts';
import { parseItem, type Item } from './table.ts';

/**
 * The webhook's only reads. Always consistent: an answer is kept for a minute, so the dearer read costs next to
 * nothing, and a hook key or token saved a moment ago works at once.
 */
export function settingsDoor(client: DynamoDBClient, table: string) {
  async function get(key: ItemKey, signal: AbortSignal): Promise<Item | undefined> {
    const Key = { pk: { S: key.pk }, sk: { S: key.sk } };
    const command = new GetItemCommand({ TableName: table, Key, ConsistentRead: true });
    const { Item } = await client.send(command, { abortSignal: signal });
    return Item === undefined ? undefined : parseItem(textsOf(Item));
  }

  return {
    /** The salon that a hook key was given to, whether or not the key has ended; undefined for an unknown key. */
    findHook: async (hookKey: string, signal: AbortSignal): Promise<FoundHook | undefined> => {
      const hook = await get(settingsKeys.hook(hookKey), signal);
      if (hook === undefined) return undefined;
      const { accountKey, salonKey, endsAt } = settingsValue(hookSchema, hook);
      const salon = await get(settingsKeys.salon(accountKey, salonKey), signal);
      if (salon === undefined) return undefined;
      return { salon: settingsValue(salonSchema, salon), ...(endsAt === undefined ? {} : { endsAt }) };
    },
  };
}

/** Settings stand in attributes of text; without the document client the door starts sooner. */
function textsOf(item: Record<string, AttributeValue>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(item).map(([name, { S }]) => [name, S]));
}
