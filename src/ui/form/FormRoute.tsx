import { useCallback, useEffect, useState } from 'react'
import type { Draft, LocalRecord } from '../../storage/ledger'
import { NoticeGate } from '../consent/NoticeGate'
import { Empty } from '../parts/Empty'
import { LinkButton } from '../parts/LinkButton'
import { PhonePage } from '../parts/PhonePage'
import { useServices } from '../services'
import { formTexts } from '../text/form'
import { useText } from '../text/useText'
import { FormScreen } from './FormScreen'
import { KeptRecord } from './KeptRecord'
import { ReadRecord } from './ReadRecord'
import { communeOf } from './communeOf'
import { draftOf } from './draftOf'
import { formAt } from './formAt'
import { resumed } from './resumed'

type Found = { readonly at: 'loading' } | { readonly at: 'none' } | { readonly at: 'found'; readonly draft: Draft | null; readonly record: LocalRecord | null }

/** A record by its id: the draft somebody is in the middle of, else the record to read and correct. */
export default function FormRoute({ id }: { readonly id: string }) {
  const { ledger, now } = useServices()
  const t = useText(formTexts)
  const [found, setFound] = useState<Found>({ at: 'loading' })

  const [reads, setReads] = useState(0)
  const onWhole = useCallback(() => setReads((count) => count + 1), [])

  useEffect(() => {
    let live = true
    void Promise.all([ledger.findDraft(id), ledger.getRecord(id)]).then(([draft, record]) => {
      if (live) setFound(draft || record ? { at: 'found', draft: draft ? resumed(draft, record) : correctionOf(id, record, now()), record: record ?? null } : { at: 'none' })
    })
    return () => { live = false }
  }, [ledger, now, id, reads])

  if (found.at === 'loading') return null
  if (found.at === 'none') return <Lost words={t.notFound} back={t.backToHamlets} />
  const { draft, record } = found
  const commune = draft?.commune ?? communeOf(record)
  const form = formAt(ledger, draft?.form ?? record?.form ?? '', commune)
  if (!form) return <Lost words={t.newerForm} back={t.backToHamlets} />
  const head = draft?.head ?? record?.head
  const after = head?.kind === 'household' ? `/ho/${id}` : head?.household ? `/ho/${head.household}` : '/thon'
  const back = head?.kind === 'household' && !record ? `/thon/${head.hamlet}` : after
  if (draft) return <NoticeGate key={draft.id} draft={draft} back={back}><FormScreen form={form} draft={draft} notes={record?.server?.notes ?? []} back={back} after={after} /></NoticeGate>
  if (!record) return null
  if (record.server?.shrunk !== undefined) return <KeptRecord id={id} form={form} record={record} back={after} onWhole={onWhole} />
  const edit = (shown: LocalRecord): void => setFound({ at: 'found', record: shown, draft: draftOf({ id, commune, record: shown, now: now() }) })
  return <ReadRecord id={id} form={form} record={record} back={after} onEdit={edit} />
}

/** A returned form is there to be corrected: it opens for writing, at its first note. */
function correctionOf(id: string, record: LocalRecord | undefined, now: number): Draft | null {
  if (record?.server?.status !== 'returned' || record.pending.length > 0) return null
  return draftOf({ id, commune: communeOf(record), record, now })
}

function Lost({ words, back }: { readonly words: string; readonly back: string }) {
  return (
    <PhonePage title={words} back="/thon">
      <Empty icon="search" title={words}><LinkButton to="/thon">{back}</LinkButton></Empty>
    </PhonePage>
  )
}
