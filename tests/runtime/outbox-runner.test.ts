import { openStorage } from '../../src/storage/open-storage.ts';
import { outboxContract } from '../contracts/outbox-contract.ts';

outboxContract('memory', () => openStorage('memory:'));
outboxContract('sqlite', () => openStorage('sqlite::memory:'));
