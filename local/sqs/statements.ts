import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

type Values = Record<string, SQLInputValue>;
export type Statements = ReturnType<typeof statementsOf>;

/** SQL with `:named` values; each text is compiled once. */
export function statementsOf(db: DatabaseSync) {
  const compiled = new Map<string, StatementSync>();

  function statement(text: string): StatementSync {
    const known = compiled.get(text) ?? db.prepare(text);
    compiled.set(text, known);
    return known;
  }

  return {
    all: (text: string, values: Values) => statement(text).all(values),
    get: (text: string, values: Values) => statement(text).get(values),
    run: (text: string, values: Values) => statement(text).run(values),
  };
}
