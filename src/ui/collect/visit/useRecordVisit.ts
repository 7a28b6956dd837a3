import { useState } from 'react'
import { useLocation } from 'wouter'
import { findings } from '../../../domain/forms/findings'
import { prune } from '../../../domain/forms/prune'
import { findForm, withExtensions } from '../../../domain/forms/registry'
import type { Card } from '../../../domain/records/card'
import { draftOf } from '../../form/draftOf'
import { useOutside } from '../../outside'
import { useToast } from '../../parts/useToast'
import { useServices } from '../../services'
import { failureTexts } from '../../text/failures'
import { useText } from '../../text/useText'
import { visitTexts } from '../../text/visit'
import { useWorkRules } from '../useRound'

const visitFields = ['visitOutcome', 'visitedOn', 'nextVisitOn', 'visitNote'] as const
/** What a visit writes on the household; what it does not name is taken away. */
export type VisitAnswers = { readonly [field in (typeof visitFields)[number]]?: string }

/**
 * Puts a visit on the household and into the queue at once. Where the household's own answers have errors the server would refuse
 * it with them: then it waits in a draft, which opens at what is to be mended. The household must have no draft: it would end.
 */
export function useRecordVisit(household: Card, onDone: () => void) {
  const { ledger, sync, now } = useServices()
  const { platform } = useOutside()
  const t = useText(visitTexts)
  const failures = useText(failureTexts)
  const toast = useToast()
  const [, navigate] = useLocation()
  const [trouble, setTrouble] = useState<string | null>(null)
  const { id, commune } = household
  const rules = useWorkRules(commune)

  const record = async (visit: VisitAnswers): Promise<void> => {
    const known = await ledger.getRecord(id)
    if (!known) return onDone()
    const draft = draftOf({ id, commune, record: known, now: now() })
    const answers = { ...draft.answers, ...Object.fromEntries(visitFields.map((field) => [field, visit[field]])) }
    const form = findForm(draft.form)
    if (!form) throw new Error(`visit — no such form — ${draft.form}`)
    const asked = prune(withExtensions(form, ledger.context(commune)?.extensions ?? []), answers)
    const isWhole = findings(form, asked, rules).every(({ severity }) => severity !== 'error')
    const { head, base, seen, reasons } = draft
    const written = isWhole
      ? await ledger.submit({ id, commune, head, form: draft.form, answers: asked, base, ...(seen && { seen }), reasons })
      : await ledger.saveDraft({ ...draft, answers })
    if (!written.ok) return setTrouble(failures.storage[written.error.kind])
    onDone()
    if (!isWhole) return navigate(`/phieu/${id}`)
    toast.show(t.saved)
    void sync.run('submit')
    void platform.registerBackgroundSync()
  }
  return { record, trouble }
}
