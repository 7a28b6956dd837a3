import { useState } from 'react'
import { Link } from 'wouter'
import type { Card } from '../../../domain/records/cards/card'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { Empty } from '../../parts/states/Empty'
import { PhonePage } from '../../parts/frame/PhonePage'
import { collectTexts } from '../../text/collect'
import { orderTexts } from '../../text/order'
import { useText } from '../../text/useText'
import { useHamlets, useRound } from '../hamlet/useRound'
import { useMoveDoor } from './useMoveDoor'

/** Puts the doors of a hamlet into the order the team walks. Two presses move a door; nothing is dragged. */
export function OrderScreen({ hamlet: id }: { readonly hamlet: string }) {
  const t = useText(orderTexts)
  const { notFound } = useText(collectTexts)
  const hamlet = useHamlets().find((each) => each.id === id)
  const doors = useRound(id, hamlet?.commune).map(({ household }) => household)
  const [picked, setPicked] = useState<Card | null>(null)
  const { move, isMoving, said } = useMoveDoor(doors)
  if (!hamlet) return <PhonePage title={notFound} back="/thon"><Empty icon="search" title={notFound} /></PhonePage>

  const press = (door: Card): void => {
    if (isMoving) return
    if (!picked) return setPicked(door)
    setPicked(null)
    if (door.id !== picked.id) void move(picked, door.id)
  }
  const putFirst = (): void => {
    if (picked) void move(picked, null)
    setPicked(null)
  }
  const foot = picked && (
    <>
      <Button onClick={() => setPicked(null)}>{t.cancel}</Button>
      <Button kind="pri" className="grow" onClick={putFirst}>{t.first}</Button>
    </>
  )
  return (
    <PhonePage title={t.title} sub={hamlet.name} back={`/thon/${id}`} flush {...(foot && { foot })}>
      <MoveNews picked={picked} moving={{ isMoving, said }} />
      <ol className="list" aria-busy={isMoving}>
        {doors.map((door, at) => (
          <li key={door.id}>
            <button type="button" className="row" aria-pressed={picked?.id === door.id} onClick={() => press(door)}>
              <div>
                <div className="t-m"><span className="num mut">{at + 1}.</span> {door.name}</div>
                <div className="m num">{[door.code, door.detail].filter(Boolean).join(' · ')}</div>
              </div>
            </button>
          </li>
        ))}
      </ol>
    </PhonePage>
  )
}

/** What to press next, and the result of the last move. */
function MoveNews({ picked, moving: { isMoving, said } }: { readonly picked: Card | null; readonly moving: Pick<ReturnType<typeof useMoveDoor>, 'isMoving' | 'said'> }) {
  const t = useText(orderTexts)
  return (
    <div className="pad st2 on-surface" role="status">
      {said.trouble ? <Box kind="err" icon="stop"><p>{said.trouble}</p></Box> : <p>{isMoving ? t.moving : picked ? t.picked(picked.name) : said.moved ? t.moved(said.moved) : t.pick}</p>}
      {said.stuck.length > 0 && (
        <Box kind="warn" icon="alert">
          <p>{t.stuck}</p>
          <ul>{said.stuck.map(({ id, name }) => <li key={id}><Link href={`/phieu/${id}`}>{name}</Link></li>)}</ul>
        </Box>
      )}
    </div>
  )
}
