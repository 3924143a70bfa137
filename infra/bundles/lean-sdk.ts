import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Exceptions that lib tells apart by their class; all others are known by `name`. */
const kept = ['ConditionalCheckFailedException'];

/**
 * Leaves out of an SDK client what esbuild cannot: each client registers a class and a schema for every exception of its
 * service, and reads its own package.json for the version. An exception without a class comes as the service's base
 * exception, under its own name and with the same fault, status and retry hints. When an upgrade changes these files, the
 * bundles grow, and the tests of their sizes say so.
 */
export const leanSdk: Plugin = {
  name: 'lean-sdk',
  setup: (build) => {
    build.onLoad({ filter: /@aws-sdk.client-[a-z]+.dist-es.schemas.schemas_0\.js$/ }, async ({ path }) => ({
      contents: withoutExceptions(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    build.onLoad({ filter: /@aws-sdk.client-[a-z]+.package\.json$/ }, async ({ path }) => ({
      contents: versionAlone(await readFile(path, 'utf8')),
      loader: 'json',
    }));
  },
};

function withoutExceptions(source: string): string {
  return source.replace(/^n0_registry\.registerError\(\w+\$, (\w+)\);$/gm, (line, name: string) =>
    kept.includes(name) ? line : '',
  );
}

/** The object with its `version`, as it stands in the text. */
function versionAlone(manifest: string): string {
  return `{${/"version": "[^"]+"/.exec(manifest)?.[0] ?? ''}}`;
}
