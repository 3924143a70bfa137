import { createHash, createHmac, type BinaryLike } from 'node:crypto';

type Hashing = ReturnType<typeof createHash> | ReturnType<typeof createHmac>;

/**
 * Take the place of `@smithy/core/checksum` in the bundles (infra/bundling.ts), which brings both algorithms along in
 * JavaScript for a Node without cryptography.
 */
function checksumOf(algorithm: 'sha256' | 'md5') {
  return class {
    readonly #secret: BinaryLike | undefined;
    #hash: Hashing;

    constructor(secret?: BinaryLike | ArrayBuffer) {
      this.#secret = secret instanceof ArrayBuffer ? new Uint8Array(secret) : secret;
      this.#hash = this.#begin();
    }

    update(data: BinaryLike): void {
      this.#hash.update(data);
    }

    digest(): Promise<Uint8Array> {
      return Promise.resolve(new Uint8Array(this.#hash.digest()));
    }

    reset(): void {
      this.#hash = this.#begin();
    }

    #begin(): Hashing {
      return this.#secret === undefined ? createHash(algorithm) : createHmac(algorithm, this.#secret);
    }
  };
}

export const Sha256 = checksumOf('sha256');
export const Md5 = checksumOf('md5');
