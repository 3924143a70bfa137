import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { configurationOf } from './configuration.ts';
import { guide } from './demo/guide.ts';
import { assertRoom, watchDisk, type Disk } from './disk.ts';
import { divertStdout } from './log-file.ts';
import { stopOnSignal } from './stop.ts';

/** `npm start`: the whole pipeline on this machine, until SIGINT or SIGTERM. */
async function main(): Promise<void> {
  assertNode();
  const configuration = configurationOf(process.env);
  const { dataDir } = configuration;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  assertRoom(dataDir);
  const disk = watchDisk(dataDir, say);
  const report = reporter(disk);
  const print = divertStdout(join(dataDir, 'functions.log'), disk.check);
  // Only now: what it imports needs the Node that was checked, and the functions log to the file.
  const { startStack } = await import('./start.ts');
  const stack = await startStack(configuration, disk, report);
  stopOnSignal(stack.stop, fail);
  print(guide(stack.demo, dataDir));
}

function assertNode(): void {
  const { node } = process.versions;
  if (Number(node.split('.')[0]) < 24) throw new Error(`Node ${node} is too old: run npm start, which brings Node 24.`);
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** Names alone: a message may quote what was sent. A full disk has been told by then. */
function reporter(disk: Disk): (error: unknown) => void {
  return (error) => {
    if (!disk.check()) say(`An engine or a function failed: ${error instanceof Error ? error.name : 'unknown'}`);
  };
}

function fail(error: unknown): never {
  say(textOf(error));
  process.exit(1);
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return 'The local stack failed.';
  const inUse = 'code' in error && error.code === 'EADDRINUSE';
  return inUse ? 'The port is in use: stop what runs there, or set PORT.' : error.message;
}

await main().catch(fail);
