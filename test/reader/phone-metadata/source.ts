import metadata from 'libphonenumber-js/metadata.max.json';

/** Where clients of Russian-speaking salons have their telephones; other numbers stand as written. */
const countries = ['RU', 'BY', 'KZ', 'UA', 'UZ', 'KG', 'AM', 'GE', 'AZ', 'MD', 'TJ'] as const;

/** The text of lib/reading/phone-metadata.ts, made from the metadata of the installed libphonenumber-js. */
export function phoneMetadataSource(): string {
  const codes = Object.entries(metadata.country_calling_codes).flatMap(([code, all]) => {
    const ours = countries.filter((country) => all.includes(country));
    return ours.length > 0 ? [`    ${code}: ${JSON.stringify(ours)},`] : [];
  });
  const plans = countries.map((country) => `    ${country}: ${JSON.stringify(metadata.countries[country])},`);
  return [
    `import type { MetadataJson } from 'libphonenumber-js/core';`,
    '',
    '/** Numbering plans of libphonenumber-js ("max"), written by test/reader/phone-metadata/main.ts. */',
    '// prettier-ignore',
    'export const phoneMetadata: MetadataJson = {',
    `  version: ${metadata.version},`,
    '  country_calling_codes: {',
    ...codes,
    '  },',
    '  countries: {',
    ...plans,
    '  },',
    '  nonGeographic: {},',
    '};',
    '',
  ].join('\n');
}
