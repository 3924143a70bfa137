import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules/', '.local/', 'cdk.out/', 'coverage/', 'web/dist/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '.*.cjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { regexp },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // What is left out of an object is named beside what is kept.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'jest', property: 'mock', message: 'Inject a small double instead.' },
      ],
      complexity: ['error', 12],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // One test runs each of them over long texts: it finds those that a module exports by a name of their own.
    files: ['lib/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'Literal[regex]:not(ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > *, ' +
            'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > ArrayExpression > *)',
          message: 'A pattern is an exported constant.',
        },
      ],
    },
  },
  {
    files: ['test/**', 'bench/**'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Marked as deprecated so that it stands out: the local issuer has no TLS.
    files: ['web/api/tokens.ts'],
    rules: {
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', package: 'oauth4webapi', name: 'allowInsecureRequests' }] },
      ],
    },
  },
  {
    // A component says what is seen, line by line: what it does is in functions of the usual size.
    files: ['web/**/*.tsx'],
    rules: {
      'max-lines': ['error', { max: 200 }],
      'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['**/*.js', '**/*.cjs'], ...tseslint.configs.disableTypeChecked },
);
