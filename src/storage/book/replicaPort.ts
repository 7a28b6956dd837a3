import type { Cursor } from '../../protocol/messages'
import type { RecordRow } from '../disk/accountDatabase'
import { applyPage } from './applyPage'
import type { ReplicaPort } from '../ports/replicaPort'
import { attempt, insist, type OpenBook } from './openBook'
import { stateKeys } from '../disk/places'
import { openRecordRow } from './recordView'
import { readState, sealState } from '../disk/stateRows'

/** The replica of one account as the sync engine fills it. */
export function replicaPort(book: OpenBook): ReplicaPort {
  return {
    cursor: (commune) => insist(book, () => readState<Cursor>(book, stateKeys.cursor(commune))),
    digests: (commune) => book.cards.digests(commune, book.contexts.get(commune)?.hamlets.map((hamlet) => hamlet.id) ?? null),
    contextHash: (commune) => book.contexts.get(commune)?.hash ?? null,
    findRecords: (commune, ids) => insist(book, async () => {
      const rows = (await book.db.records.bulkGet([...ids])).filter((row) => row?.commune === commune) as RecordRow[]
      const records = await Promise.all(rows.map((row) => openRecordRow(book, row)))
      // A shrunk or spoilt record cannot be amended: it is left out, so that it is requested whole (S36, S45).
      return new Map(records.flatMap((record) => (record && record.shrunk === undefined ? [[record.id, record]] : [])))
    }),
    applyPage: (commune, page) => attempt(book, () => applyPage(book, commune, page)),
    saveContext: (commune, context) => attempt(book, async () => {
      await book.db.state.put(await sealState(book, stateKeys.context(commune), context))
      book.contexts.set(commune, context)
      book.changed({ state: true })
      return null
    }),
  }
}
