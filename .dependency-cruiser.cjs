/** The rooms of the code: which may import which (docs/adr/0001-rooms.md). Checked by `npm run check:rooms`. */
const rooms = {
  model: { lib: [], npm: ['valibot'] },
  reading: { lib: ['model'], npm: ['libphonenumber-js'] },
  profsalon: { lib: ['reading', 'model'], npm: [] },
  domain: { lib: ['model'], npm: [] },
  flow: { lib: ['domain', 'model'], npm: ['valibot'] },
  http: { lib: ['model'], npm: ['@middy', 'valibot', 'jose', '@types/aws-lambda'] },
  queue: { lib: ['model'], npm: ['@aws-sdk/client-sqs', 'valibot'] },
  store: { lib: ['model'], npm: ['@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb', 'valibot'] },
  comagic: { lib: ['model'], npm: ['valibot'] },
  keys: { lib: ['model'], npm: ['@aws-sdk/client-ssm'] },
  runtime: { lib: ['model'], npm: ['valibot'] },
};

const localRules = Object.entries(rooms).map(([room, { lib }]) => ({
  name: `${room}-imports-only-its-own`,
  severity: 'error',
  from: { path: `^lib/${room}/` },
  to: { path: '^(lib|functions|local|infra|docs|test|bench|web)/', pathNot: `^lib/(${[room, ...lib].join('|')})/` },
}));

const npmRules = Object.entries(rooms).map(([room, { npm }]) => ({
  name: `${room}-packages`,
  severity: 'error',
  from: { path: `^lib/${room}/` },
  to: {
    dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-optional'],
    ...(npm.length > 0 ? { pathNot: `node_modules/(${npm.join('|')})(/|$)` } : {}),
  },
}));

/** The page: pages → parts → api, with words below all. Of lib it knows types alone, and nothing of what runs on a server. */
const web = { pages: ['parts', 'api', 'words'], parts: ['api', 'words'], api: [], words: [] };

const webRules = [
  ...Object.entries(web).map(([room, below]) => ({
    name: `web-${room}-imports-only-what-is-below`,
    severity: 'error',
    from: { path: `^web/${room}/` },
    to: { path: '^web/', pathNot: `^web/(${[room, ...below].join('|')})/` },
  })),
  {
    name: 'web-takes-types-from-the-model',
    severity: 'error',
    from: { path: '^web/', pathNot: '^web/build/' },
    to: { path: '^(lib|functions|local|infra|commands|docs|test|bench)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'web-knows-the-model-only',
    severity: 'error',
    from: { path: '^web/' },
    to: { path: '^(lib/(?!model/)|functions|local|infra|commands|docs|test|bench)/' },
  },
  {
    name: 'web-packages',
    severity: 'error',
    from: { path: '^web/', pathNot: '^web/build/' },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-optional', 'core'],
      dependencyTypesNot: ['type-only'],
      pathNot: 'node_modules/(react|react-dom|react-aria-components|@tanstack/react-query|wouter|oauth4webapi)(/|$)',
    },
  },
];

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...localRules,
    ...npmRules,
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^lib/domain/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'functions-wire-lib',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(local|infra|docs|test|bench|web)/' },
    },
    {
      name: 'infra-knows-the-model-only',
      severity: 'error',
      from: { path: '^infra/', pathNot: '^infra/commands/' },
      to: { path: '^(lib/(?!model/)|infra/commands/|functions/|local/|test/|bench/|web/)' },
    },
    {
      name: 'commands-make-no-stack',
      severity: 'error',
      from: { path: '^infra/commands/' },
      to: {
        path: '^(lib/(?!(model|store)/)|infra/|functions/|local/|test/|bench/|web/)',
        pathNot: '^(web/build/|infra/(commands/|outputs/output-names\\.ts$|(environments|settings|stack-name)\\.ts$))',
      },
    },
    {
      name: 'docs-read-the-model',
      severity: 'error',
      from: { path: '^docs/' },
      to: { path: '^(lib/(?!(model|http)/)|functions/|infra/|local/|test/|bench/|web/)' },
    },
    ...webRules,
    {
      name: 'commands-know-the-model-only',
      severity: 'error',
      from: { path: '^commands/' },
      to: { path: '^(lib/(?!model/|http/csv-read\.ts$)|functions/|infra/|local/|docs/|test/|bench/|web/)' },
    },
    {
      // It would prove nothing with our own words: what it expects is written by hand from the contract.
      name: 'simulate-knows-nothing-of-lib',
      severity: 'error',
      from: { path: '^commands/(simulate|api)/' },
      to: { path: '^(lib/|commands/(?!(simulate|api)/))' },
    },
    {
      name: 'nothing-imports-commands',
      severity: 'error',
      from: { pathNot: '^(commands|test)/' },
      to: { path: '^commands/' },
    },
    {
      name: 'nothing-imports-docs',
      severity: 'error',
      from: { pathNot: '^(docs|test)/' },
      to: { path: '^docs/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^(test|bench)/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '(^(test|bench)/|^infra/bundles/stand-ins/|\\.d\\.ts$)' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^(\\.local|cdk\\.out|web/dist)/' },
  },
};
