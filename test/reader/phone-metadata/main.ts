import { writeFileSync } from 'node:fs';
import { phoneMetadataSource } from './source.ts';

// To be run after an update of libphonenumber-js.
writeFileSync(new URL('../../../lib/reading/phone-metadata.ts', import.meta.url), phoneMetadataSource());
