import { useMemo, useState } from 'react'
import type { Card } from '../../../domain/records/cards/card'
import { declined, mergesOfHousehold, mergesOfPerson, movesOfHousehold, movesOfPerson, type Move } from '../../../domain/records/move'
import type { Ledger } from '../../../storage/ledger'
import { Button } from '../../parts/Button'
import { Dialog } from '../../parts/frame/Dialog'
import { Kv } from '../../parts/Kv'
import { UnsentField } from '../../parts/fields/UnsentField'
import { useCards } from '../../parts/reading/useCards'
import { useLocalRecord } from '../../parts/reading/useLocalRecord'
import { useOneAtATime } from '../../parts/drawing/useOneAtATime'
import { useUnsentNotes } from '../../parts/fields/useUnsentNotes'
import { MERGE, TO_HAMLET } from '../../requests/othersFor'
import { RequestTarget } from '../../requests/RequestTarget'
import { useServices } from '../../services'
import { dateWords } from '../../text/dateWords'
import { requestTexts } from '../../text/requests'
import { useText } from '../../text/useText'
import type { Directory } from '../useDirectory'
import { useMoves } from './useMoves'

const REPLY_MOST = 300

/** One request: what is asked about which record, its target (household, hamlet or person), and the supervisor's decision. */
export function RequestItem({ card, directory }: { readonly card: Card; readonly directory: Directory }) {
  const t = useText(requestTexts)
  const { ledger } = useServices()
  const cards = useCards()
  const move = useMoves()
  const read = useLocalRecord(card.id)
  const answers = read?.answers
  // The note shown may still be of an older version than the card. The decision is then based on that version.
  const seen = { ...card, version: Math.min(card.version, read?.server?.version ?? card.version) }
  const [chosen, setChosen] = useState<string | null>(null)
  const [isPicking, setPicking] = useState(false)
  // The card as it was when the dialog opened: nobody has seen changes that arrive behind the dialog.
  const [declining, setDeclining] = useState<Card | null>(null)
  const to = chosen ?? card.askedTo ?? null
  const moves = useMemo(() => (to === null ? null : movesTo(ledger, cards, card, to)), [ledger, cards, card, to])
  const agree = useOneAtATime(async () => {
    if (moves) await move(card.commune, moves.map((each) => (each.record === seen.id ? { ...each, base: seen.version } : each)), t.moved(card.name), { mayUndo: true })
  })
  const rows = [
    [t.from, placeOf(ledger, directory, card)] as const,
    [card.asked === MERGE ? t.same : t.to, moves && to !== null ? nameOf(ledger, directory, to) : t.unnamed] as const,
    [t.noteRow, typeof answers?.requestNote === 'string' ? answers.requestNote : ''] as const,
  ]
  return (
    <section className="card st2" aria-label={card.name}>
      <div className="fx sb"><h2>{card.name}</h2><span className="b">{kindWords(t.kinds, card)}</span></div>
      {answers && <p className="sm mut">{t.by(directory.personName(textOf(answers.requestedBy)), dateWords(textOf(answers.requestedOn) ?? ''))}</p>}
      <Kv rows={rows} />
      {card.asked === MERGE && <p className="sm mut">{t.mergeHelp}</p>}
      {isPicking && <RequestTarget card={card} kind={card.asked ?? ''} value={to} onChange={setChosen} />}
      <div className="fx">
        <Button kind="pri" icon="check" off={moves === null} onClick={() => void agree()}>{moves === null ? t.chooseFirst[otherKind(card)] : t.agree}</Button>
        <Button onClick={() => setDeclining(seen)}>{t.decline}</Button>
        <Button kind="quiet" aria-expanded={isPicking} onClick={() => setPicking(!isPicking)}>{t.change}</Button>
      </div>
      {declining && <Decline card={declining} onClose={() => setDeclining(null)} onReply={(reply) => move(card.commune, [declined(declining, reply)], t.declined(card.name))} />}
    </section>
  )
}

/** What kind of thing the request's target is. */
function otherKind({ asked, kind }: Card): 'household' | 'hamlet' | 'person' {
  if (asked === TO_HAMLET) return 'hamlet'
  return asked === MERGE && kind === 'person' ? 'person' : 'household'
}

/** The moves that grant the request; `null` = the target is not on this device (any more), or is not a possible one. */
function movesTo(ledger: Ledger, cards: readonly Card[], card: Card, to: string): readonly Move[] | null {
  if (card.asked === TO_HAMLET) return to !== card.hamlet && ledger.context(card.commune)?.hamlets.some(({ id }) => id === to) ? movesOfHousehold(card, to) : null
  const other = ledger.card(to)
  if (!other || other.sameAs !== undefined || other.id === card.id || other.kind !== (card.asked === MERGE ? card.kind : 'household')) return null
  if (card.asked !== MERGE) return movesOfPerson(card, other)
  if (card.kind !== 'person') return mergesOfHousehold(card, other)
  return mergesOfPerson(cards, { person: card, into: other }, ledger.context(card.commune)?.settings.surveys ?? [])
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

function kindWords(kinds: { readonly person: Readonly<Record<string, string>>; readonly household: Readonly<Record<string, string>> }, { kind, asked = '' }: Card): string | undefined {
  return (kind === 'person' ? kinds.person : kinds.household)[asked]
}

function placeOf(ledger: Ledger, { hamletName }: Directory, card: Card): string {
  const household = ledger.card(card.household ?? '')
  return [card.code, household && `${household.name} ${household.code ?? ''}`.trim(), hamletName(card.hamlet)].filter(Boolean).join(' · ')
}

function nameOf(ledger: Ledger, directory: Directory, id: string): string {
  const card = ledger.card(id)
  return card ? [card.name, placeOf(ledger, directory, card)].filter(Boolean).join(' · ') : directory.hamletName(id)
}

interface DeclineProps {
  readonly card: Card
  readonly onReply: (reply: string) => Promise<void>
  readonly onClose: () => void
}

function Decline({ card, onReply, onClose }: DeclineProps) {
  const t = useText(requestTexts)
  const unsent = useUnsentNotes(card.id)
  const { requestReply: reply = '' } = unsent.notes
  const send = async (): Promise<void> => {
    onClose()
    await onReply(reply.trim())
  }
  return (
    <Dialog title={t.declineTitle} onClose={onClose} actions={<><Button kind="quiet" onClick={onClose}>{t.declineNot}</Button><Button kind="pri" off={reply.trim() === ''} onClick={() => void send()}>{reply.trim() === '' ? t.declineFirst : t.declineSend}</Button></>}>
      <UnsentField at={unsent} field="requestReply" label={t.declineReply} hint={t.declineHint} maxLength={REPLY_MOST} />
    </Dialog>
  )
}
