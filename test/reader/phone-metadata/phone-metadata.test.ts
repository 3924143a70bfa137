import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { phoneMetadataSource } from './source.ts';

describe('phone metadata', () => {
  it('is what the installed libphonenumber-js knows of our countries', () => {
    expect(readFileSync('lib/reading/phone-metadata.ts', 'utf8')).toBe(phoneMetadataSource());
  });
});
