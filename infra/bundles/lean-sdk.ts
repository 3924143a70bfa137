import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Exceptions that lib tells apart by their class; all others are known by `name`. */
const kept = ['ConditionalCheckFailedException'];

/** For signed messages of event streams, buckets, and all regions: the functions meet none of these. */
const uncalled = [
  /@aws-sdk.core.dist-es.+partitions\.js$/,
  /@smithy.signature-v4.dist-es.HeaderFormatter\.js$/,
  /@smithy.core.dist-es.+service-customizations.s3\.js$/,
];

/**
 * Leaves out of the SDK what esbuild cannot: each client registers a class and a schema for every exception of its
 * service, reads its own package.json for the version, and decides its endpoint by rules for all regions. An exception without a class comes as the service's base
 * exception, under its own name and with the same fault, status and retry hints. When an upgrade changes these files, the
 * bundles grow, and the tests of their sizes say so.
 */
export const leanSdk: Plugin = {
  name: 'lean-sdk',
  setup: (build) => {
    build.onLoad({ filter: /@aws-sdk.client-[a-z]+.dist-es.schemas.schemas_0\.js$/ }, async ({ path }) => ({
      contents: plainKeys(withoutExceptions(await readFile(path, 'utf8'))),
      loader: 'js',
    }));
    for (const filter of uncalled) {
      build.onLoad({ filter }, async ({ path }) => ({ contents: unused(await readFile(path, 'utf8')), loader: 'js' }));
    }
    build.onLoad({ filter: /@smithy.core.dist-es.+serde.date-utils\.js$/ }, async ({ path }) => ({
      contents: epochAlone(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    build.onLoad({ filter: /@smithy.core.dist-es.+stream-type-check\.js$/ }, () => ({
      contents: noWebStreams,
      loader: 'js',
    }));
    build.onLoad({ filter: /@aws-sdk.client-[a-z]+.dist-es.endpoint.endpointResolver\.js$/ }, ({ path }) => ({
      contents: endpointOf(/client-([a-z]+)/.exec(path)?.[1] ?? ''),
      loader: 'js',
      resolveDir: import.meta.dirname,
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

/** Keys as literals: a computed key may run code for all that esbuild knows, so it keeps the schemas of operations that nobody calls. */
function plainKeys(source: string): string {
  const literals = new Map([...source.matchAll(/^const (_\w+) = ("\w+");$/gm)].map(([, name, text]) => [name, text]));
  return source.replace(/\[(_\w+)\]:/g, (key, name: string) => {
    const text = literals.get(name);
    return text === undefined ? key : `${text}:`;
  });
}

/** What the module exports, by name alone: functions that throw and classes without methods. */
function unused(source: string): string {
  const names = source.matchAll(/^export (function|const|class) (\w+)/gm);
  const empty = [...names].map(([, what, name = '']) =>
    what === 'class' ? `export class ${name} {}` : `export const ${name} = leftOut;`,
  );
  return ["const leftOut = () => { throw new Error('not in this bundle'); };", ...empty].join('\n');
}

/** Of timestamps, services of AWS JSON answer seconds alone: SSM says when a parameter was changed. */
function epochAlone(source: string): string {
  const others = unused(source.replace('export const parseEpochTimestamp', ''));
  return `${others}\nexport const parseEpochTimestamp = (seconds) => new Date(seconds * 1000);`;
}

/** Node's client answers with streams of Node: to look at `ReadableStream` and `Blob` alone makes Node load them. */
const noWebStreams = 'export const isReadableStream = () => false; export const isBlob = () => false;';

/** The resolver of a client's endpoint: its own of the region. */
function endpointOf(service: string): string {
  return `import { regionalEndpoint } from './stand-ins/regional-endpoint.ts';
export const defaultEndpointResolver = regionalEndpoint('${service}');`;
}

/** The object with its `version`, as it stands in the text. */
function versionAlone(manifest: string): string {
  return `{${/"version": "[^"]+"/.exec(manifest)?.[0] ?? ''}}`;
}
