import { useCallback, useEffect, useState } from 'react'
import { useSearch } from 'wouter'
import type { Draft, LocalRecord } from '../../storage/ledger'
import { NoticeGate } from '../consent/NoticeGate'
import { Empty } from '../parts/states/Empty'
import { LinkButton } from '../parts/LinkButton'
import { PhonePage } from '../parts/frame/PhonePage'
import { useRaise } from '../parts/reading/useRaise'
import { useToast } from '../parts/toast/useToast'
import { photosReady } from '../photos/underWay'
import { useServices } from '../services'
import { failureTexts } from '../text/failures'
import { formTexts } from '../text/form'
import { useText } from '../text/useText'
import { FormScreen } from './FormScreen'
import { KeptRecord } from './draft/KeptRecord'
import { ReadRecord } from './reading/ReadRecord'
import { communeOf } from './communeOf'
import { begunHere } from './draft/newDrafts'
import { draftOf } from './draft/draftOf'
import { formAt } from './formAt'
import { resumed } from './draft/resumed'

interface FoundForm {
  readonly at: 'found'
  /** Open for writing; `null` = the record is only read. */
  readonly draft: Draft | null
  readonly record: LocalRecord | null
  /** How often the form was read before: a form read again is drawn anew. */
  readonly reads: number
  /** The draft as it began: the correction of the record, or the new draft if it was begun in this sitting. */
  readonly begun: Draft | null
}
type Found = { readonly at: 'loading' } | { readonly at: 'none' } | FoundForm

/** A record by its id. Shows its draft if there is one, else the record, to read and correct. `?muc=` opens it for writing at that part. */
export default function FormRoute({ id }: { readonly id: string }) {
  const { ledger, now } = useServices()
  const raise = useRaise()
  const t = useText(formTexts)
  const [found, setFound] = useState<Found>({ at: 'loading' })

  const part = new URLSearchParams(useSearch()).get('muc')
  const [reads, setReads] = useState(0)
  const readAgain = useCallback(() => setReads((count) => count + 1), [])
  const toast = useToast()
  const failures = useText(failureTexts)
  const onElsewhere = useCallback(() => {
    toast.show(failures.storage.changedElsewhere)
    // Nothing can be typed into the old form any more: once the draft is read, its next save would count as made on what was read.
    setFound({ at: 'loading' })
    readAgain()
  }, [toast, failures, readAgain])

  useEffect(() => {
    let live = true
    void photosReady(id).then(() => Promise.all([ledger.findDraft(id), ledger.getRecord(id)])).then(([draft, record]) => {
      if (live) setFound(draft || record ? foundForm({ id, draft, record, part, reads, now: now(), newAs: begunHere(ledger, id) }) : { at: 'none' })
    }).catch(raise)
    return () => { live = false }
  }, [ledger, now, id, part, reads, raise])

  if (found.at === 'loading') return null
  if (found.at === 'none') return <Lost words={t.notFound} back={t.backToHamlets} />
  const { draft, record, begun } = found
  const commune = draft?.commune ?? communeOf(record)
  const form = formAt(ledger, draft?.form ?? record?.form ?? '', commune)
  if (!form) return <Lost words={t.newerForm} back={t.backToHamlets} />
  const head = draft?.head ?? record?.head
  const after = head?.kind === 'household' ? `/ho/${id}` : head?.household ? `/ho/${head.household}` : '/thon'
  const back = head?.kind === 'person' && record ? `/nguoi/${id}` : head?.kind === 'household' && !record ? `/thon/${head.hamlet}` : after
  if (draft) return <NoticeGate key={`${draft.id} ${found.reads}`} head={draft.head} commune={draft.commune} draft={draft} onElsewhere={onElsewhere} back={back}><FormScreen form={form} draft={draft} begun={begun} record={record} back={back} after={after} onElsewhere={onElsewhere} /></NoticeGate>
  if (!record) return null
  if (record.server?.shrunk !== undefined) return <KeptRecord id={id} form={form} record={record} back={after} onWhole={readAgain} />
  const edit = (shown: LocalRecord): void => {
    const begins = draftOf({ id, commune, record: shown, now: now() })
    setFound({ ...found, record: shown, draft: begins, begun: begins })
  }
  return <ReadRecord id={id} form={form} record={record} back={back} onEdit={edit} />
}

interface Reading {
  readonly id: string
  readonly draft: Draft | undefined
  readonly record: LocalRecord | undefined
  readonly part: string | null
  readonly reads: number
  readonly now: number
  /** The new draft as it began, if that was in this sitting. */
  readonly newAs: Draft | null
}

/** Chooses what to open. A returned form opens for writing at once. A shrunk record does not, not even with `?muc=`, until it is whole. */
function foundForm({ id, draft, record, part, reads, now, newAs }: Reading): FoundForm {
  const at = part === null ? {} : { place: part }
  const begun = record ? { ...draftOf({ id, commune: communeOf(record), record, now }), ...at } : newAs
  const isToMend = record?.server?.status === 'returned' && record.pending.length === 0
  const open = draft ? { ...resumed(draft, record), ...at } : isToMend || (part !== null && record?.server?.shrunk === undefined) ? begun : null
  return { at: 'found', draft: open, record: record ?? null, begun, reads }
}

function Lost({ words, back }: { readonly words: string; readonly back: string }) {
  return (
    <PhonePage title={words} back="/thon">
      <Empty icon="search" title={words}><LinkButton to="/thon">{back}</LinkButton></Empty>
    </PhonePage>
  )
}
