import { parseArgs } from 'node:util';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startEngine } from '../store/engine.ts';
import { limit, manyViews, pagesOf, type Cost } from '../store/many-views.ts';

// npm run test:many-views -- --views 100000: so many views put straight into the database, and what the pages of their list cost.
const { values } = parseArgs({ options: { views: { type: 'string', default: '100000' } } });
const views = Number(values.views);
const engine = await startEngine();
const documents = DynamoDBDocumentClient.from(engine.client);
const items = manyViews(views);
for (let at = 0; at < views; at += 25) {
  const puts = items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }));
  await documents.send(new BatchWriteCommand({ RequestItems: { records: puts } }));
}

let failed = 0;
const check = (title: string, holds: boolean, found: unknown) => {
  console.log(holds ? `ok   ${title}` : `FAIL ${title}: ${JSON.stringify(found)}`);
  if (!holds) failed += 1;
};
const middle = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
for (const order of ['asc', 'desc'] as const) {
  const costs: Cost[] = [];
  for await (const cost of pagesOf(engine.table('records'), views, order)) costs.push(cost);
  const shown = costs.flatMap((cost) => cost.shown);
  const wrong = shown.findIndex((n, at) => n !== (order === 'asc' ? at : views - 1 - at));
  const turning = costs.filter(({ calls }) => calls > 1);
  const large = costs.filter(({ calls, rows }) => calls === 1 && rows > limit + 2);
  const [first, last] = [costs.slice(1, 101), costs.slice(-101, -1)].map((some) => middle(some.map(({ ms }) => ms)));
  check(`${order}: all are shown once, in their order`, shown.length === views && wrong === -1, [shown.length, wrong]);
  check(`${order}: a page reads what it shows`, large.length === 0, large.slice(0, 3));
  // Three months end: in the page in which one does, and in the one before when it ends with it.
  check(`${order}: two readings where a month ends alone`, turning.length <= 6, turning.length);
  check(`${order}: the last pages take as long as the first`, (last ?? 0) < 3 * (first ?? 0), [first, last]);
  const at500 = costs[499];
  console.log(`     ${costs.length} pages; page 1: ${costs[0]?.rows} rows, page 500: ${at500?.rows} rows`);
  console.log(`     a page takes ${first?.toFixed(1)} ms at first and ${last?.toFixed(1)} ms at last (middle of 100)`);
}
await engine.stop();
console.log(`${8 - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
