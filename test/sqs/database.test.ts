import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { DatabaseSync } from 'node:sqlite';
import { openDatabase, transaction } from '../../local/sqs/database.ts';
import { ownFolder } from './own-folder.ts';

let db: DatabaseSync;
let remove: () => Promise<void>;
beforeEach(async () => {
  const folder = await ownFolder();
  remove = folder.remove;
  db = openDatabase(folder.file);
});
afterEach(async () => {
  db.close();
  await remove();
});

const queues = () => db.prepare('SELECT count(*) AS number FROM queue').get()?.['number'];

function addQueues(count: number): void {
  const add = db.prepare('INSERT INTO queue (name, attributes, created_at, modified_at) VALUES (?, ?, 0, 0)');
  for (let index = 0; index < count; index += 1) add.run(`queue-${index}`, 'x'.repeat(1000));
}

it('A transaction that meets a full disk fails for that reason, keeps nothing, and does not stand in the way of the next', () => {
  const { page_count: pages } = db.prepare('PRAGMA page_count').get() as { page_count: number };
  db.exec(`PRAGMA max_page_count = ${pages + 10}`);
  expect(() => {
    transaction(db, () => {
      addQueues(1000);
    });
  }).toThrow('database or disk is full');
  expect(queues()).toBe(0);
  transaction(db, () => {
    addQueues(5);
  });
  expect(queues()).toBe(5);
});
