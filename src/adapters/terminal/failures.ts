/** What a write to a terminal can fail with: only that nobody reads any more. */
import type { DeliveryFailure } from '../../chat/port.ts';
import { messageOf } from '../../core/errors.ts';

export function classifyFailure(error: unknown): DeliveryFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EAGAIN') return { kind: 'retry', after: 50, reason: 'the terminal is busy' };
  if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'ERR_STREAM_WRITE_AFTER_END')
    return { kind: 'gone', reason: 'the terminal was closed' };
  return { kind: 'refused', reason: messageOf(error) };
}
