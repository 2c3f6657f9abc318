import { chatAdapterContract } from '../../contracts/chat-adapter-contract.ts';
import { openSlackStage } from './stage.ts';

chatAdapterContract({ name: 'slack', open: () => openSlackStage('socket') });

chatAdapterContract({ name: 'slack', open: () => openSlackStage('http') });
