import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { statusInLexicon, typeInLexicon } from '../../lib/domain/lexicon.ts';
import { aboutBooking, aboutDeal, clientOf, nameOf, ofBooking, ofDeal } from '../contract/read.ts';
import { filesIn } from './files.ts';

const contract = readFileSync(new URL('../../docs/contract.md', import.meta.url), 'utf8');

/** Rows of the table after a mark: the texts in backticks of its first two cells. */
function tableOf(mark: string): [said: string, becomes: string][] {
  const [, after = ''] = contract.split(`<!-- tried: ${mark} -->\n\n`);
  const [, , ...rows] = (after.split('\n\n')[0] ?? '').split('\n');
  return rows.flatMap((row) => {
    const [, said = '', becomes = ''] = row.split('|');
    return quoted(said).map((one): [string, string] => [one, quoted(becomes)[0] ?? becomes.trim()]);
  });
}

function quoted(cell: string): string[] {
  return Array.from(cell.matchAll(/`([^`]+)`/g), ([, text = '']) => text);
}

const absent = (value: unknown) => (value === undefined ? 'absent' : JSON.stringify(value));
/** As written: `771904.0` would be 771904 to JSON.parse. */
const written = (said: string): unknown => (/^\d+\.\d+$/.test(said) ? said : JSON.parse(said));

const tried: Record<string, (said: string) => string> = {
  names: (said) => nameOf(JSON.parse(said) as object),
  ids: (said) => absent(ofBooking({ id: written(said) }).bookingId),
  money: (said) => absent(ofBooking({ amount: written(said) }).amount),
  phones: (said) => absent(clientOf(ofBooking({ phone: written(said) }))?.phones),
  emails: (said) => absent(clientOf(ofBooking({ email: written(said) }))?.emails),
  dates: (said) => absent(ofBooking({ starts_at: written(said) }).startsAt?.at),
  flags: (said) => absent(ofDeal({ is_repeat: written(said) }).isRepeat),
  sessions: (said) => absent(ofBooking({ session: written(said) }).session),
  statuses: (said) => statusInLexicon({ text: JSON.parse(said) as string, field: 'status' }) ?? 'unknown',
  stages: (said) => typeInLexicon(JSON.parse(said) as string) ?? 'unknown',
};

describe.each(Object.entries(tried))('the contract’s table of %s', (mark, read) => {
  it.each(tableOf(mark))('%s', (said, becomes) => {
    expect(read(said)).toBe(becomes);
  });
});

it('every table that is marked as tried is tried', () => {
  const marks = Array.from(contract.matchAll(/<!-- tried: (\w+) -->/g), ([, mark]) => mark);
  expect(marks.sort()).toEqual(Object.keys(tried).sort());
});

describe('the names of fields in the contract', () => {
  /** Of a section, the words in backticks of the second column. */
  const namesIn = (title: string) => {
    const [, after = ''] = contract.split(`\n### ${title}\n`);
    const rows = (after.split('\n#')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
    return rows.slice(2).flatMap((row) => quoted(row.split('|')[2] ?? '').filter((name) => /^[a-z_]+$/.test(name)));
  };
  const values: Record<string, unknown> = { time: '9:05', online: true, paid_full: true, booking_id: '7' };
  const beside: Record<string, object> = { time: { date: '2026-03-14' }, booking_id: { id: undefined } };

  it.each(namesIn('A booking'))('are known of a booking: %s', (name) => {
    const data = { [name]: values[name] ?? '17', ...beside[name] };
    expect(aboutBooking(data, name === 'cost_to_pay' ? { resource: 'record' } : {}).unknownPaths).toEqual([]);
  });

  it.each(namesIn('A deal'))('are known of a deal: %s', (name) => {
    expect(aboutDeal({ [name]: values[name] ?? '17' }).unknownPaths).toEqual([]);
  });
});

it('every code that the reader warns with has its line in the contract', () => {
  const [, section = ''] = contract.split('\n### Warnings\n');
  const told = quoted(section.split('\n## ')[0] ?? '');
  const sources = filesIn(['lib/reading', 'lib/profsalon']).map((file) => readFileSync(file, 'utf8'));
  const warned = sources.flatMap((source) =>
    Array.from(source.matchAll(/(?:warn|read)\((?:[^;()]|\([^()]*\))*?, '([a-z_]+)'/g), ([, code]) => code),
  );
  expect(warned.length).toBeGreaterThan(20);
  expect([...new Set(warned)].filter((code) => !told.includes(code ?? ''))).toEqual([]);
});
