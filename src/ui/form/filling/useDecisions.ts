import { useCallback, useState } from 'react'
import { sameAnswer, type Answers, type AnswerValue } from '../../../domain/forms/answers'
import { asItWas } from '../../../domain/forms/offering/asItWas'
import { partChanges } from '../../../domain/forms/asking/ask'
import type { FormDefinition } from '../../../domain/forms/form'
import { useOwnToast } from '../../parts/toast/useToast'
import { formTexts } from '../../text/form'
import { useText } from '../../text/useText'
import { useStanding, type Answering, type Questions, type Standing } from './useStanding'

/** Changes that would drop answers, waiting for the officer's word. */
export interface Proposal {
  readonly changes: Answers
  /** By the same fields, what undo goes back to, and "leave as it was" as far as other questions hang on it. */
  readonly before: Answers
  readonly cleared: readonly string[]
}

export interface Decisions extends Questions, Pick<Standing, 'identity' | 'lastAnswered' | 'undo'> {
  readonly proposal: Proposal | null
  /** An answer given in one go: what is asked follows, and answers it would drop are named first. */
  readonly choose: (field: string, value: AnswerValue | undefined) => void
  /** Lets what is asked follow these answers as typed. False: some would drop others, which is asked first. */
  readonly settle: (fields: readonly string[]) => boolean
  readonly confirm: () => void
  readonly cancel: () => void
}

/** Which questions and answers follow from the answers that stand, and asking before some of them would drop others. */
export function useDecisions(form: FormDefinition, answering: Answering): Decisions {
  const toast = useOwnToast()
  const t = useText(formTexts)
  const answers = answering.store.all
  const { questions, standing, apply, ...sitting } = useStanding(form, answering)
  const [proposal, setProposal] = useState<Proposal | null>(null)

  const decide = useCallback((changes: Answers): boolean => {
    const before = Object.fromEntries(Object.keys(changes).map((field) => [field, standing(field)]))
    const { free, dropping, cleared } = partChanges(form, { ...answers(), ...before }, changes)
    if (Object.keys(free).length > 0) apply(free)
    if (cleared.length === 0) return true
    setProposal({ changes: dropping, before: Object.fromEntries(Object.keys(dropping).map((field) => [field, before[field]])), cleared })
    return false
  }, [form, answers, standing, apply])

  const choose = useCallback((field: string, value: AnswerValue | undefined): void => void decide({ [field]: value }), [decide])
  const settle = useCallback((fields: readonly string[]): boolean => {
    const changed = fields.filter((field) => !sameAnswer(standing(field), answers()[field]))
    return changed.length === 0 || decide(Object.fromEntries(changed.map((field) => [field, answers()[field]])))
  }, [answers, standing, decide])

  const confirm = (): void => {
    if (!proposal) return
    apply(proposal.changes)
    setProposal(null)
    const then = answers()
    toast.offer(t.changed, () => takeBack(proposal, then))
  }
  /** Of a change what still stands: answers given since `then`, which that would drop, are named first like any others. */
  const takeBack = ({ changes, before }: Proposal, then: Answers): void => {
    const stands = Object.keys(changes).filter((field) => sameAnswer(standing(field), changes[field]))
    const back = Object.fromEntries(stands.map((field) => [field, before[field]]))
    const { cleared } = partChanges(form, answers(), back)
    if (cleared.every((field) => sameAnswer(answers()[field], then[field]))) apply(back)
    else decide(back)
  }
  const cancel = (): void => {
    if (proposal) apply(Object.fromEntries(Object.entries(proposal.before).map(([field, before]) => [field, asItWas(form, answers(), field, before)])))
    setProposal(null)
  }
  return { ...questions, ...sitting, proposal, choose, settle, confirm, cancel }
}
