import { useState, type Dispatch, type SetStateAction } from 'react'
import { useLocation } from 'wouter'
import type { Finding } from '../../domain/forms/checking/finding'
import type { FormDefinition } from '../../domain/forms/form'
import { errorsOfChoices } from '../../domain/records/judging/applyResolve'
import { choicesOf, type Dispute } from '../../domain/records/judging/disputes'
import type { ResolveOperation } from '../../domain/records/operation'
import { expectedAnswers } from '../../domain/records/overlay'
import type { Hold, RegisterRecord } from '../../domain/records/record'
import type { HeldRecord } from '../../domain/records/shrink'
import type { LocalRecord } from '../../storage/ledger'
import { useCheckContext } from '../form/filling/useCheckContext'
import { useToast } from '../parts/toast/useToast'
import { useServices } from '../services'
import { useSendSoon } from '../sync/useSendSoon'
import { collectTexts } from '../text/collect'
import { failureTexts } from '../text/failures'
import { useText } from '../text/useText'

/** The choice about each dispute, by `keyOf`: `current`, or the id of the first hold of the chosen value. */
export type Chosen = Readonly<Record<string, string>>
export type ChosenState = readonly [Chosen, Dispatch<SetStateAction<Chosen>>]

/** The record as the server has it, and this device's waiting operations on it. */
export interface Disputed {
  readonly server: HeldRecord
  readonly pending: LocalRecord['pending']
  /** `undefined` = newer than this app. */
  readonly form: FormDefinition | undefined
}

export interface Choices {
  /** `current`, or the id of the first hold of the chosen value; `null` = not chosen yet. */
  readonly taken: (dispute: Dispute) => string | null
  readonly take: (dispute: Dispute, value: string) => void
  /** Chooses every value of one correction. `undefined` = every current value. */
  readonly takeWhole: (correction: readonly Hold[] | undefined) => void
  /** How many disputes have no choice yet. */
  readonly left: number
  /** The errors the form would have. Empty until somebody tried to save these choices. */
  readonly errors: readonly Finding[]
  /** How often saving failed because of errors, since the last choice. */
  readonly tries: number
  readonly save: () => Promise<void>
}

/** The choices made so far about the disputes `mine`, and how to save them. */
export function useChoices(disputed: Disputed, mine: readonly Dispute[], [choices, setChoices]: ChosenState): Choices {
  const { server } = disputed
  const errorsOf = useErrorsOf(disputed)
  const keep = useKeep(server)
  const [tries, setTries] = useState(0)
  const taken = (dispute: Dispute): string | null => choices[keyOf(server, dispute)] ?? null
  const made = mine.flatMap((dispute) => {
    const take = taken(dispute)
    return take ? choicesOf(dispute, dispute.sides.find((side) => side[0]?.id === take)) : []
  })
  const choose = (more: readonly (readonly [Dispute, string])[]): void => {
    setTries(0)
    setChoices((before) => ({ ...before, ...Object.fromEntries(more.map(([dispute, value]) => [keyOf(server, dispute), value])) }))
  }
  return {
    taken,
    take: (dispute, value) => choose([[dispute, value]]),
    takeWhole: (correction) => choose(mine.flatMap((dispute) => {
      const value = correction ? dispute.sides.find((side) => side.some((hold) => correction.includes(hold)))?.[0]?.id : 'current'
      return value === undefined ? [] : [[dispute, value] as const]
    })),
    left: mine.filter((dispute) => taken(dispute) === null).length,
    errors: tries > 0 ? errorsOf(made) : [],
    tries,
    save: () => (errorsOf(made).length > 0 ? Promise.resolve(setTries(tries + 1)) : keep(made)),
  }
}

/** The errors for which the server would refuse these choices (S15). This device's waiting operations are applied before them. */
function useErrorsOf({ server, pending, form }: Disputed): (made: ResolveOperation['choices']) => readonly Finding[] {
  const check = useCheckContext(server.commune)
  return (made) => {
    // If this app does not know the form, or the record is shrunk, only the server can judge.
    if (!form || server.shrunk !== undefined) return []
    const answers = expectedAnswers(server, pending.map(({ device, operation, trouble }) => ({ device, operation, outcome: trouble })))
    return errorsOfChoices({ answers, holds: server.holds }, made, form, { check: check() })
  }
}

function useKeep(server: RegisterRecord): (made: ResolveOperation['choices']) => Promise<void> {
  const { ledger } = useServices()
  const sendSoon = useSendSoon()
  const t = useText(collectTexts)
  const failures = useText(failureTexts)
  const toast = useToast()
  const [, navigate] = useLocation()
  return async (made) => {
    const saved = await ledger.review([{ type: 'resolve', commune: server.commune, record: server.id, base: server.version, choices: made }])
    if (!saved.ok) return toast.show(failures.storage[saved.error.failure.kind])
    if (saved.value.gone.length > 0) return toast.show(t.notFound)
    toast.show(t.chosen)
    navigate('/viec', { replace: true })
    sendSoon()
  }
}

/** Key of a dispute, made of its values. If another value arrives, the key changes, and an earlier choice no longer counts. */
export const keyOf = ({ answers }: RegisterRecord, dispute: Dispute): string => JSON.stringify([answers[dispute.field], dispute])
