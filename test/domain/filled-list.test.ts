import { describe, expect, it } from '@jest/globals';
import { filledList } from '../../lib/domain/filled-list.ts';
import type { CatalogEntry } from '../../lib/model/catalog.ts';

const source = (id: string, state: CatalogEntry['sources']['state'] = 'active') => ({
  id,
  name: `Источник ${id}`,
  state,
});
const whole = <E>(there: E[]) => ({ there, isWhole: true });
const idsOf = (entries: { id: string }[]) => entries.map(({ id }) => id);

describe('A list that CoMagic fills', () => {
  it('is what CoMagic has, in the order of before, with what is new behind it', () => {
    const before = [source('2'), source('1')];
    const renamed = { ...source('1', 'off'), name: 'Другое имя' };
    expect(filledList('sources', before, whole([source('3'), renamed, source('2')]))).toEqual([
      source('2'),
      renamed,
      source('3'),
    ]);
  });

  it('keeps what CoMagic has no more, marked so', () => {
    const campaign = { id: '1', name: 'Поиск', status: 'active', siteId: '7' } as const;
    expect(filledList('campaigns', [campaign], whole([]))).toEqual([{ ...campaign, status: 'inactive' }]);
    expect(filledList('sources', [source('1')], whole([]))).toEqual([source('1', 'removed')]);
    const site = { id: '7', domainName: 'a.example.ru', state: 'work' } as const;
    expect(filledList('sites', [site], whole([]))).toEqual([{ ...site, state: 'disable' }]);
  });

  it('has what came back as it is there', () => {
    expect(filledList('sources', [source('1', 'removed')], whole([source('1')]))).toEqual([source('1')]);
  });

  it('calls nothing gone while it does not see the whole', () => {
    const now = { there: [source('2')], isWhole: false };
    expect(filledList('sources', [source('1')], now)).toEqual([source('1'), source('2')]);
  });

  it('has 5,000 entries at most, of which those that are there come first', () => {
    const before = Array.from({ length: 5000 }, (_, at) => source(`${at}`));
    const there = Array.from({ length: 4999 }, (_, at) => source(`${at + 10_000}`));
    const filled = filledList('sources', before, whole(there));
    expect(idsOf(filled)).toEqual(['0', ...idsOf(there)]);
  });
});
