import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../../parts/Button'
import { deviceCode } from '../../parts/deviceCode'
import { DeskPage } from '../../parts/frame/DeskPage'
import { Empty } from '../../parts/states/Empty'
import { Pill } from '../../parts/Pill'
import { useCards } from '../../parts/reading/useCards'
import { useServices } from '../../services'
import { momentWords } from '../../text/moments'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { noFilter } from '../queue/queueFilter'
import { useReviewPlace } from '../reviewPlace'
import { LongTable } from '../table/LongTable'
import { useDirectory } from '../useDirectory'
import { batchesOf, type Batch } from './batchesOf'

/** The batches: who sent each, from which device and hamlets, and how many of its forms still wait for review. */
export function BatchesScreen() {
  const t = useText(reviewTexts)
  const cards = useCards()
  const batches = useMemo(() => batchesOf(cards), [cards])
  return (
    <DeskPage title={t.batches.title} sub={t.batches.sub(batches.length)} current="dot">
      {batches.length === 0 ? <Empty icon="tray" title={t.batches.empty} /> : (
        <LongTable
          caption={t.batches.caption} height="tw-high" rows={batches}
          columns={7} head={(
            <>
              <th scope="col">{t.batches.when}</th><th scope="col">{t.batches.officer}</th><th scope="col">{t.batches.device}</th><th scope="col">{t.batches.hamlets}</th>
              <th scope="col">{t.batches.forms}</th><th scope="col">{t.batches.state}</th><th scope="col"><span className="vh">{t.batches.open}</span></th>
            </>
          )}
          draw={(batch, rowIndex) => <BatchRow key={batch.run} batch={batch} rowIndex={rowIndex} />}
        />
      )}
    </DeskPage>
  )
}

function BatchRow({ batch, rowIndex }: { readonly batch: Batch; readonly rowIndex: number }) {
  const t = useText(reviewTexts)
  const { now } = useServices()
  const directory = useDirectory()
  const place = useReviewPlace()
  const [, navigate] = useLocation()
  const open = (): void => {
    place.setFilter({ ...noFilter, run: batch.run })
    place.setCurrentId(null)
    navigate('/kiem-tra')
  }
  const count = batch.labour + batch.asxh
  const names = batch.hamlets.map(directory.hamletName)
  return (
    <tr data-row aria-rowindex={rowIndex}>
      <td className="nw num-l">{batch.at && momentWords(batch.at, now())}</td>
      <th scope="row" className="nw b">{directory.personName(batch.by)}</th>
      <td className="nw mut">{batch.device && deviceCode(batch.device)}</td>
      <td className="nw" title={names.join(', ')}>{names.slice(0, 2).join(', ')}{names.length > 2 && ` ${t.batches.andMore(names.length - 2)}`}</td>
      <td className="nw">{t.batches.kinds(batch.labour, batch.asxh)}</td>
      <td className="nw"><span className="fx">{t.batches.done(count - batch.waiting, count)}{batch.returned > 0 && <Pill state="returned" count={batch.returned} />}</span></td>
      <td className="nw">{batch.waiting > 0 ? <Button kind="quiet" aria-label={`${t.batches.waiting(batch.waiting)}. ${t.batches.open}: ${directory.personName(batch.by)}`} onClick={open}>{t.batches.waiting(batch.waiting)}</Button> : <Pill state="accepted" count={batch.accepted} />}</td>
    </tr>
  )
}
