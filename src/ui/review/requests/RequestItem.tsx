import { useMemo, useState } from 'react'
import type { Card } from '../../../domain/records/card'
import { declined, mergesOfHousehold, mergesOfPerson, movesOfHousehold, movesOfPerson, type Move } from '../../../domain/records/move'
import type { Hamlet } from '../../../protocol/messages'
import { Button } from '../../parts/Button'
import { Dialog } from '../../parts/Dialog'
import { Kv } from '../../parts/Kv'
import { RadioCards } from '../../parts/RadioCards'
import { TextField } from '../../parts/TextField'
import { useCards } from '../../parts/useCards'
import { useToast } from '../../parts/useToast'
import { MERGE, othersFor, TO_HAMLET } from '../../requests/othersFor'
import { TargetPicker } from '../../requests/TargetPicker'
import { dateWords } from '../../text/dateWords'
import { failureTexts } from '../../text/failures'
import { requestTexts } from '../../text/requests'
import { useText } from '../../text/useText'
import { useDecide } from '../useDecide'
import { useDirectory, type Directory } from '../useDirectory'
import { useLocalRecord } from '../useLocalRecord'

const REPLY_MOST = 300

/** One request: what is asked about whom, the other household, hamlet or record, and the supervisor's word. */
export function RequestItem({ card }: { readonly card: Card }) {
  const t = useText(requestTexts)
  const failures = useText(failureTexts)
  const toast = useToast()
  const directory = useDirectory()
  const cards = useCards()
  const decide = useDecide()
  const answers = useLocalRecord(card.id)?.answers
  const [chosen, setChosen] = useState<string | null>(null)
  const [isPicking, setPicking] = useState(false)
  const [isDeclining, setDeclining] = useState(false)
  const to = chosen ?? card.askedTo ?? null
  const moves = useMemo(() => (to === null ? null : movesTo(cards, directory.hamlets, card, to)), [cards, directory, card, to])
  const send = async (list: readonly Move[], said: string): Promise<void> => {
    const done = await decide(list.map((move) => ({ type: 'move', commune: card.commune, ...move })))
    toast.show(done.ok ? said : failures.storage[done.error.failure.kind])
  }
  const rows = [
    [t.from, placeOf(directory, cards, card)] as const,
    [card.asked === MERGE ? t.same : t.to, moves && to !== null ? nameOf(directory, cards, to) : t.unnamed] as const,
    [t.noteRow, typeof answers?.requestNote === 'string' ? answers.requestNote : ''] as const,
  ]
  return (
    <section className="card st2" aria-label={card.name}>
      <div className="fx sb"><h2>{card.name}</h2><span className="b">{kindWords(t.kinds, card)}</span></div>
      {answers && <p className="sm mut">{t.by(directory.personName(textOf(answers.requestedBy)), dateWords(textOf(answers.requestedOn) ?? ''))}</p>}
      <Kv rows={rows} />
      {card.asked === MERGE && <p className="sm mut">{t.mergeHelp}</p>}
      {isPicking && <Other card={card} value={to} onChange={setChosen} />}
      <div className="fx">
        <Button kind="pri" icon="check" off={moves === null} onClick={() => moves && void send(moves, t.moved(card.name, moves.length))}>{t.agree}</Button>
        <Button onClick={() => setDeclining(true)}>{t.decline}</Button>
        {!isPicking && <Button kind="quiet" onClick={() => setPicking(true)}>{t.change}</Button>}
      </div>
      {isDeclining && <Decline onClose={() => setDeclining(false)} onReply={(reply) => { setDeclining(false); void send([declined(card, reply)], t.declined(card.name)) }} />}
    </section>
  )
}

/** `null` = the other one is not here (any more). */
function movesTo(cards: readonly Card[], hamlets: readonly Hamlet[], card: Card, to: string): readonly Move[] | null {
  const other = cards.find(({ id, sameAs }) => id === to && sameAs === undefined)
  if (card.asked === TO_HAMLET) return to !== card.hamlet && hamlets.some(({ id }) => id === to) ? movesOfHousehold(cards, card, to) : null
  if (!other || other.id === card.id) return null
  if (card.asked !== MERGE) return other.kind === 'household' ? movesOfPerson(cards, card, other) : null
  if (other.kind !== card.kind) return null
  return card.kind === 'person' ? mergesOfPerson(cards, card, other) : mergesOfHousehold(cards, card, other)
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

function kindWords(kinds: { readonly person: Readonly<Record<string, string>>; readonly household: Readonly<Record<string, string>> }, { kind, asked = '' }: Card): string | undefined {
  return (kind === 'person' ? kinds.person : kinds.household)[asked]
}

function placeOf({ hamletName }: Directory, cards: readonly Card[], card: Card): string {
  const household = cards.find(({ id }) => id === card.household)
  return [card.code, household && `${household.name} ${household.code ?? ''}`.trim(), hamletName(card.hamlet)].filter(Boolean).join(' · ')
}

function nameOf(directory: Directory, cards: readonly Card[], id: string): string {
  const card = cards.find((each) => each.id === id)
  return card ? [card.name, placeOf(directory, cards, card)].filter(Boolean).join(' · ') : directory.hamletName(id)
}

function Other({ card, value, onChange }: { readonly card: Card; readonly value: string | null; readonly onChange: (value: string) => void }) {
  const t = useText(requestTexts)
  const cards = useCards()
  const { hamlets, hamletName } = useDirectory()
  const others = useMemo(() => othersFor(cards, card, card.asked ?? null), [cards, card])
  if (card.asked === TO_HAMLET) return <RadioCards legend={t.toHamlet} row value={value} onChange={onChange} options={hamlets.filter(({ id }) => id !== card.hamlet).map(({ id, name }) => ({ value: id, label: name }))} />
  return <TargetPicker question={card.asked !== MERGE ? t.toHousehold : card.kind === 'person' ? t.toPerson : t.sameHousehold} cards={others} hamletName={hamletName} value={value} onChange={onChange} />
}

function Decline({ onReply, onClose }: { readonly onReply: (reply: string) => void; readonly onClose: () => void }) {
  const t = useText(requestTexts)
  const [reply, setReply] = useState('')
  return (
    <Dialog title={t.declineTitle} onClose={onClose} actions={<Button kind="pri" off={reply.trim() === ''} onClick={() => onReply(reply.trim())}>{t.declineSend}</Button>}>
      <TextField label={t.declineReply} hint={t.declineHint} maxLength={REPLY_MOST} value={reply} onChange={setReply} />
    </Dialog>
  )
}
