import { AbstractKeyIterator, AbstractValueIterator } from 'abstract-level';

/**
 * dynalite 4.0.0 ends the iterators of its queries by their method `return`, which those of abstract-level have not: each query
 * would hold its iterator for good, and with it 30 KB and all that is deleted later. `close` is what it means.
 */
for (const { prototype } of [AbstractKeyIterator, AbstractValueIterator]) {
  Object.defineProperty(prototype, 'return', {
    value(this: { close: () => Promise<void> }) {
      return this.close();
    },
  });
}
