import { useMemo } from 'react'
import { compareNames } from '../../../domain/identity/compareNames'
import { DeskPage } from '../../parts/frame/DeskPage'
import { Empty } from '../../parts/states/Empty'
import { useCards } from '../../parts/reading/useCards'
import { openRequests } from '../../requests/openRequests'
import { requestTexts } from '../../text/requests'
import { useText } from '../../text/useText'
import { useDirectory } from '../useDirectory'
import { MergedList } from './MergedList'
import { RequestItem } from './RequestItem'

/** Requests of officers to move or merge records, and the records that were set aside. */
export function RequestsScreen() {
  const t = useText(requestTexts)
  const cards = useCards()
  const directory = useDirectory()
  const open = useMemo(() => [...openRequests(cards)].sort((a, b) => compareNames(a.name, b.name)), [cards])
  return (
    <DeskPage title={t.desk} sub={open.length > 0 && t.deskSub(open.length)} current="yeu-cau">
      {open.length === 0 && <Empty icon="ret" title={t.none}><p>{t.noneHelp}</p></Empty>}
      <div className="st4">
        {open.map((card) => <RequestItem key={card.id} card={card} directory={directory} />)}
        <MergedList />
      </div>
    </DeskPage>
  )
}
