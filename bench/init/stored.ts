import { createHash } from 'node:crypto';
import { settingsKeys, type ItemKey } from '../../lib/model/keys.ts';
import { settingsItem } from '../../lib/store/settings-item.ts';
import { anAccount, aSalon } from '../../test/build/settings.ts';

export const hookKey = 'hook-key-of-the-salon-0123456789abcdef';
export const token = 'salon-token-4f6d';
export const subject = 'operator-1';

const account = anAccount({ connection: { apiHost: 'comagic', isOn: false, keySet: true } });
const salon = aSalon({ tokenSha256: createHash('sha256').update(token).digest('hex'), hookKeys: [{ key: hookKey }] });

/** What the settings table holds: a salon with its hook, its account, and an admin of that account. */
const stored: (readonly [ItemKey, object])[] = [
  [settingsKeys.account(account.key), account],
  [settingsKeys.salon(account.key, salon.key), salon],
  [settingsKeys.hook(hookKey), { v: 1, accountKey: account.key, salonKey: salon.key }],
  [
    settingsKeys.member(subject),
    { v: 1, subject, accountKey: account.key, role: 'admin', createdAt: account.createdAt },
  ],
];

/** An item of the settings table as DynamoDB writes it. */
export function storedItem({ pk, sk }: ItemKey): Record<string, object> | undefined {
  const found = stored.find(([key]) => key.pk === pk && key.sk === sk);
  if (found === undefined) return undefined;
  const { rev, body } = settingsItem(...found);
  return { pk: { S: pk }, sk: { S: sk }, rev: { S: rev }, v: { N: '1' }, body: { S: body } };
}
