import type { Operation } from '../../../domain/records/operation'
import type { UnsentNotes } from '../../ledger'

/** The notes a decision carries, to the author of the form or of the request; `null` = it carries none. */
export function notesIn(operation: Operation): UnsentNotes | null {
  if (operation.type === 'return') return Object.fromEntries(operation.notes.map(({ field, text }) => [field, text]))
  return operation.type === 'move' && operation.reply ? { requestReply: operation.reply } : null
}
