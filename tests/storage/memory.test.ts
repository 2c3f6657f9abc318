import { createMemoryStorage } from '../../src/storage/memory/storage.ts';
import { storageContract } from '../contracts/storage-contract.ts';

storageContract('memory', async () => createMemoryStorage());
