/** One line of the log: ids, kinds, outcomes and counts. Never a body, token, phone, e-mail or name. */
export type LogLine = Record<string, unknown>;
export type Write = (text: string) => void;

function toStdout(text: string): void {
  // Not console.log: Lambda puts a prefix before its lines, which embedded metrics do not survive.
  process.stdout.write(text);
}

/** Writes a JSON object a line, with the name of the function that speaks. */
export function jsonLog(name: string, write: Write = toStdout): (line: LogLine) => void {
  return (line) => {
    write(`${JSON.stringify({ function: name, ...line })}\n`);
  };
}
