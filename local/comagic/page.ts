import type { StandIn } from './stand-in.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A page of all that the stand-in holds, for people. */
export function pageOf({ held, counts }: StandIn): string {
  const lists = Object.entries<Iterable<unknown>>({ ...held }).map(([name, entries]) => {
    const rows = [...entries];
    const shown = rows.slice(-500).map((row) => `<li><code>${escaped(JSON.stringify(row, plain))}</code></li>`);
    return `<h2>${name} (${rows.length})</h2><ol>${shown.join('')}</ol>`;
  });
  const { calls, charged } = counts;
  return `<!doctype html><html lang="ru"><meta charset="utf-8"><title>CoMagic (подставной)</title><h1>CoMagic (подставной)</h1><p>Вызовов ${calls}, оплачено ${charged}.</p>${lists.join('')}</html>`;
}

function plain(_: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}
