import { importColumns, type ImportColumnId } from '../../../protocol/importColumns'
import type { RememberedColumns } from '../../../exchange/guessColumns'
import { keep, recall } from '../../keep'

const KEY = 'sothon-import-columns'
const MAX_NAMES = 200

/** Column names matched before on this device. If they cannot be read, none are remembered. */
export function recallColumns(): RememberedColumns {
  try {
    const kept: unknown = JSON.parse(recall(KEY) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, ImportColumnId] => importColumns.some((column) => column.id === entry[1])))
  } catch {
    return {}
  }
}

/** Remembers column names, never a cell of the file. */
export function keepColumns(columns: RememberedColumns): void {
  const all = Object.entries({ ...recallColumns(), ...columns }).slice(-MAX_NAMES)
  keep(KEY, JSON.stringify(Object.fromEntries(all)))
}
