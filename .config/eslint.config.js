import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

/** Folders by what they are; the first match decides. */
const elements = [
  { type: 'requirements', pattern: 'specs/requirements' },
  { type: 'selftest', pattern: 'specs/selftest' },
  { type: 'specs', pattern: 'specs' },
  { type: 'schemas', pattern: 'schemas' },
  { type: 'server-core', pattern: 'fixtures/server/core' },
  { type: 'server', pattern: 'fixtures/server' },
  // The one place of the suite that knows the reference server: it starts it.
  { type: 'embedded', pattern: 'fixtures/embedded' },
  { type: 'fixtures', pattern: 'fixtures' },
  { type: 'cli', pattern: 'reports/cli/**', partialMatch: false },
  { type: 'reports', pattern: 'reports/**', partialMatch: false },
];

/** Which folder may import which: see "Import direction" in .github/CONTRIBUTING.md. */
const allowed = {
  schemas: ['schemas'],
  requirements: ['requirements', 'schemas'],
  'server-core': ['server-core'],
  server: ['server', 'server-core'],
  embedded: ['server', 'fixtures'],
  fixtures: ['fixtures', 'embedded', 'schemas', 'requirements'],
  specs: ['specs', 'fixtures', 'schemas', 'requirements'],
  reports: ['reports', 'schemas', 'requirements'],
  cli: ['cli', 'reports', 'fixtures', 'embedded', 'server', 'schemas', 'requirements', 'specs'],
  selftest: [
    'selftest',
    'cli',
    'reports',
    'fixtures',
    'embedded',
    'server',
    'server-core',
    'schemas',
    'requirements',
    'specs',
  ],
};

export default tseslint.config(
  { ignores: ['.build/**', '**/*.cjs', 'reports/out/**', 'node_modules/**', '.config/**'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: `${import.meta.dirname}/..` },
    },
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'import/resolver': { node: { extensions: ['.ts', '.js', '.json'] } },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-empty-pattern': 'off',
      eqeqeq: 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: Object.entries(allowed).map(([from, to]) => ({
            from: { element: { type: from } },
            allow: { to: { element: { type: to } } },
          })),
        },
      ],
    },
  },
);
