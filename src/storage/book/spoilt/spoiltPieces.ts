import { stateKeys } from '../../disk/places'
import { notedRecords, noteRows, sealState } from '../../disk/stateRows'
import type { SpoiltPiece } from '../../ports/spoiltPort'
import { endDraft } from '../drafts/draftSealing'
import type { OpenBook } from '../openBook'
import { openOutboxRows, readViews, refreshLocal } from '../recordView'
import { readNotes } from '../drafts/unsentNotes'

export async function findSpoilt(book: OpenBook): Promise<readonly SpoiltPiece[]> {
  return (await Promise.all([operations(book), drafts(book), notes(book)])).flat()
}

/** Acknowledged operations are left out: the server took them, so nobody needs to act. */
async function operations(book: OpenBook): Promise<readonly SpoiltPiece[]> {
  const rows = await book.db.outbox.filter(({ state }) => state !== 'acknowledged').toArray()
  const readable = new Set((await openOutboxRows(book, rows)).map(({ row }) => row))
  return rows.filter((row) => !readable.has(row)).map(({ device, counter, record, state }) => ({ kind: 'operation', record, device, counter, goes: state === 'waiting' }))
}

async function drafts(book: OpenBook): Promise<readonly SpoiltPiece[]> {
  const { db } = book
  const views = await readViews(book, await db.drafts.toCollection().primaryKeys())
  const own = new Set(await db.devices.toCollection().primaryKeys())
  const going = new Set((await db.sealedDrafts.toArray()).filter(({ device }) => !own.has(device)).map(({ record }) => record))
  return views.flatMap(({ id, draft }) => (draft ? [] : [{ kind: 'draft', record: id, goes: going.has(id) }]))
}

async function notes(book: OpenBook): Promise<readonly SpoiltPiece[]> {
  const { db } = book
  const spoilt = await Promise.all([...(await notedRecords(db))].map(async (record) => {
    const readable = await readNotes(book, record)
    const fields = (await noteRows(db, record)).map(({ key }) => key.slice(stateKeys.note(record, '').length))
    return fields.filter((field) => readable[field] === undefined).map((field): SpoiltPiece => ({ kind: 'note', record, field, goes: false }))
  }))
  return spoilt.flat()
}

export async function letGoSpoilt(book: OpenBook, piece: SpoiltPiece): Promise<null> {
  const { db } = book
  // Remembered because the server may have a copy, which then still comes back.
  const mark = piece.kind === 'operation' ? await sealState(book, stateKeys.letGo(piece.device, piece.counter), true) : null
  await db.transaction('rw', db.outbox, db.drafts, db.sealedDrafts, db.devices, db.state, async () => {
    switch (piece.kind) {
      case 'operation': {
        const gone = await db.outbox.where('[device+counter]').equals([piece.device, piece.counter]).filter(({ state }) => state !== 'waiting').delete()
        return gone > 0 && mark ? db.state.put(mark) : undefined
      }
      case 'draft': return endDraft(book, piece.record)
      case 'note': return db.state.delete(stateKeys.note(piece.record, piece.field))
      default: return piece satisfies never
    }
  })
  await refreshLocal(book, [piece.record])
  book.changed({ ids: [piece.record] })
  return null
}
