/** Says how far a command is, beside its answer: a terminal shows the newest line alone, all else each that differs. */
export function teller(): (line: string) => void {
  const { stderr } = process;
  let last = '';
  return (line) => {
    if (line === last) return;
    stderr.write(stderr.isTTY ? `\r\u001B[K${line}` : `${line}\n`);
    last = line;
  };
}
