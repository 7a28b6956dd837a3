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
  /** Findings of the last try, shown instead of the questions; empty = none shown. */
  readonly shown: readonly Finding[]
  readonly hide: () => void
  /** Somebody tried to send, and something was to be looked at first. */
  readonly isStopped: boolean
  readonly reasons: Readonly<Record<string, string>>
  /** By `reasonKey`. */
  readonly setReason: (key: string, reason: string) => void
  readonly press: () => Promise<void>
}

/**
 * Sending: errors stop it, warnings are shown once with room for a reason and then travel along. What is sent is the
 * pruned answers; the server runs the same checks.
 *
 * @param server what is corrected, as the server told it: its own warnings are shown with those of the rules; not on an accepted form, of which a reason
 *   would wait for nobody (protocol rule 17)
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
    // A question about answers that would be dropped is still open: sending must not answer it.
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
  // As things are when the photos are there: more may be answered until then.
  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  })
  const press = (): Promise<void> => session.end(async (areKept) => {
    if (areKept) await latest.current()
  })
  return { shown, hide: () => setShown([]), isStopped, reasons, setReason, press }
}

/** What this version of the form does not ask (a newer one does, or an extension did) is not its author's to take away. */
function askedHere({ fields }: FormDefinition, seen: Answers): Answers {
  return Object.fromEntries(Object.entries(seen).filter(([field]) => Object.hasOwn(fields, field)))
}
