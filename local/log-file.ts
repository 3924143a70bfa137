import { appendFileSync, renameSync, statSync } from 'node:fs';

const mostBytes = 20_000_000;

/**
 * Sends everything that is written to stdout from now on to a file (the functions log there, as in AWS) and answers a
 * function that still prints for people. Of older logs one is kept.
 */
export function divertStdout(file: string): (text: string) => void {
  const write = process.stdout.write.bind(process.stdout);
  rotate(file);
  process.stdout.write = (chunk: string | Uint8Array) => {
    appendFileSync(file, chunk);
    return true;
  };
  return (text) => {
    write(`${text}\n`);
  };
}

function rotate(file: string): void {
  const { size } = statSync(file, { throwIfNoEntry: false }) ?? { size: 0 };
  if (size > mostBytes) renameSync(file, `${file}.1`);
}
