import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Answers } from '../../../domain/forms/answers'
import type { Finding } from '../../../domain/forms/checking/finding'
import type { FormDefinition } from '../../../domain/forms/form'
import { reasonKey, standingWarnings } from '../../../domain/records/judging/serverWarnings'
import { isReviewed, type RegisterRecord } from '../../../domain/records/record'
import { useToast } from '../../parts/toast/useToast'
import { useServices } from '../../services'
import { useSendSoon } from '../../sync/useSendSoon'
import { formTexts } from '../../text/form'
import { useText } from '../../text/useText'
import { countSentForm } from './sentForms'
import { confirmedOf } from './confirmedOf'
import type { FormSession } from './useFormSession'

export interface Submit {
  /** Findings of the last try, shown instead of the questions. Empty = the questions are shown. */
  readonly shown: readonly Finding[]
  readonly hide: () => void
  /** Whether somebody tried to send and findings stopped it. */
  readonly isStopped: boolean
  readonly reasons: Readonly<Record<string, string>>
  /** `key` comes from `reasonKey`. */
  readonly setReason: (key: string, reason: string) => void
  readonly press: () => Promise<void>
}

/**
 * Sends the form. Errors stop it. Warnings are shown once, with room for a reason, and do not stop it the second time.
 * Sends the pruned answers; the server runs the same checks.
 * @param server the record being corrected, as the server has it. Its own warnings are shown with those of the rules. Not on an accepted form: it is
 *   locked (S17), so nobody would see the reason.
 */
export function useSubmit(session: FormSession, after: string, server: RegisterRecord | null | undefined): Submit {
  const { ledger, holder } = useServices()
  const sendSoon = useSendSoon()
  const toast = useToast()
  const t = useText(formTexts)
  const [, navigate] = useLocation()
  const [shown, setShown] = useState<readonly Finding[]>([])
  const [isStopped, setStopped] = useState(false)
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>(session.draft.reasons)

  const setReason = (key: string, reason: string): void => {
    const next = { ...reasons, [key]: reason }
    setReasons(next)
    void session.saver.save({ reasons: next })
  }
  const send = async (): Promise<void> => {
    // The officer has not yet decided about answers that would be dropped. Sending must not decide it.
    if (session.proposal) return
    const checked = session.check()
    if (!checked) return
    const { pruned } = checked
    const found = [...checked.found, ...(server && server.status !== 'accepted' ? standingWarnings(server, pruned) : [])]
    const isSeen = shown.length > 0 && shown.every((finding) => finding.severity === 'warning')
    const stops = found.some((finding) => finding.severity === 'error') || (found.length > 0 && !isSeen)
    if (stops) {
      setStopped(true)
      return setShown(found)
    }
    const draft = session.saver.current()
    const { id, commune, head, form, base, seen } = draft
    const given = Object.fromEntries(found.map(reasonKey).flatMap((key) => (reasons[key]?.trim() ? [[key, reasons[key].trim()]] : [])))
    const submitted = await ledger.submit({ id, commune, head, form, answers: pruned, confirmed: confirmedOf(draft, pruned), reasons: given, base, ...(seen && { seen: askedHere(session.form, seen) }) })
    if (!submitted.ok) return session.saver.fail(submitted.error.kind)
    toast.show(submitted.value ? t.safe : t.unchanged)
    navigate(after, { replace: true })
    if (!submitted.value) return
    if (isReviewed(head.kind)) countSentForm(holder.userId)
    sendSoon()
  }
  // The newest `send`: answers may change while the press waits for photos.
  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  })
  const press = (): Promise<void> => session.end(async (areKept) => {
    if (areKept) await latest.current()
  })
  return { shown, hide: () => setShown([]), isStopped, reasons, setReason, press }
}

/** The seen answers of fields in this form version. Without the other fields (of a newer version or an extension) the author does not delete them. */
function askedHere({ fields }: FormDefinition, seen: Answers): Answers {
  return Object.fromEntries(Object.entries(seen).filter(([field]) => Object.hasOwn(fields, field)))
}
