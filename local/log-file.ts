import { appendFileSync, renameSync, statSync } from 'node:fs';

const mostBytes = 20_000_000;

/**
 * Sends everything that is written to stdout from now on to a file (the functions log there, as in AWS) and answers a
 * function that still prints for people. Of older logs one is kept. What cannot be written is left out, and told to `onLost`.
 */
export function divertStdout(file: string, onLost: (error: unknown) => void): (text: string) => void {
  const write = process.stdout.write.bind(process.stdout);
  rotate(file);
  process.stdout.write = (chunk: string | Uint8Array) => {
    try {
      appendFileSync(file, chunk);
    } catch (error) {
      onLost(error);
    }
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
