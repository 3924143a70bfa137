import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { SQSClientConfig } from '@aws-sdk/client-sqs';
import { batchContract } from './contract-batches.ts';
import { messageContract } from './contract-messages.ts';
import { queueContract } from './contract-queues.ts';
import { receiveContract } from './contract-receive.ts';
import { redriveContract } from './contract-redrive.ts';
import { clientOf, driverOf, type Driver } from './driver.ts';
import type { Part } from './part.ts';

export interface Engine {
  endpoint: string;
  clientConfig?: SQSClientConfig;
  stop: () => Promise<void>;
}

export interface ContractOptions {
  /** Of a message and of a batch: 256 KiB where nothing is said, 1 MiB on AWS since August 2025. */
  maximumBytes?: number;
  /** Titles of tests that this engine is known to fail, each to be explained where it is named. */
  knownGaps?: string[];
}

/**
 * What we rely on of Amazon SQS, as its API reference and developer guide have it, through the real client.
 * Time-outs of SQS are whole seconds, so some tests take one or two.
 */
export function describeSqsContract(name: string, start: () => Promise<Engine>, options: ContractOptions = {}): void {
  describe(`${name}, as Amazon SQS`, () => {
    let engine: Engine;
    let driver: Driver;
    beforeAll(async () => {
      engine = await start();
      driver = driverOf(clientOf(engine.endpoint, engine.clientConfig));
    });
    afterAll(async () => {
      driver.client.destroy();
      await engine.stop();
    });

    const gaps = new Set(options.knownGaps);
    const part: Part = {
      maximumBytes: options.maximumBytes ?? 262_144,
      behaves: (title, test) => {
        // A gap that the engine has closed fails here, and is to be taken off the list.
        (gaps.has(title) ? it.failing : it)(title, () => test(driver));
      },
    };
    describe('queues', () => {
      queueContract(part);
    });
    describe('messages', () => {
      messageContract(part);
    });
    describe('receiving', () => {
      receiveContract(part);
    });
    describe('batches', () => {
      batchContract(part);
    });
    describe('dead letters', () => {
      redriveContract(part);
    });
  });
}
