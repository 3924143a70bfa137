import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { halfSchema, ignoredReasonSchema, refusedReasonSchema } from '../../lib/model/reasons.ts';
import { filesIn } from './files.ts';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...filesIn(['docs']).filter((file) => file.endsWith('.md')),
];
const textOf = (page: string) => readFileSync(page, 'utf8');
const found = (page: string, pattern: RegExp) => [
  ...new Set(Array.from(textOf(page).matchAll(pattern), ([, one = '']) => one)),
];

/** As a title is linked to. */
const anchorOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

describe.each(pages)('%s', (page) => {
  it('links to nothing that is not there', () => {
    const links = found(page, /\]\(([^)\s]+)\)/g).filter((link) => !link.includes('://'));
    const broken = links.filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : join(dirname(page), path);
      if (!existsSync(target)) return true;
      return (
        anchor !== undefined &&
        !found(target, /^#+ (.+)$/gm)
          .map(anchorOf)
          .includes(anchor)
      );
    });
    expect(broken).toEqual([]);
  });

  it('names no file or folder that is not there', () => {
    const named = found(page, /`((?:docs|lib|test|functions|infra|local|bench|samples)\/[\w./-]+)`/g);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('names no command that npm does not know', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: object };
    expect(found(page, /npm run ([\w:-]+)/g).filter((script) => !(script in scripts))).toEqual([]);
  });
});

describe('every reason', () => {
  const failed = halfSchema.options.flatMap(({ entries }) =>
    entries.outcome.literal === 'failed' && 'reason' in entries ? entries.reason.options : [],
  );
  const reasons = [...ignoredReasonSchema.options, ...refusedReasonSchema.options, ...failed];

  it.each(['README.md', 'docs/contract.md'])('has its line in %s', (page) => {
    expect(reasons.length).toBeGreaterThan(10);
    expect(reasons.filter((reason) => !textOf(page).includes(`\`${reason}\``))).toEqual([]);
  });
});

it('the glossary has twenty terms', () => {
  const [, glossary = ''] = textOf('docs/architecture.md').split('\n## Glossary\n');
  const terms = glossary.split('\n').filter((line) => line.startsWith('| '));
  expect(terms.slice(2)).toHaveLength(20);
});
