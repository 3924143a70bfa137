import { describe } from '@jest/globals';
import { keepsAccessKeys } from '../keys/contract.ts';

describe('SSM of MiniStack', () => {
  // Endpoint, region and keys are in the environment.
  keepsAccessKeys(() => ({}));
});
