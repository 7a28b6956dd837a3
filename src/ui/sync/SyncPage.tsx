import { useServices } from '../services'
import { CourierSection } from '../courier/CourierSection'
import { RolePage } from '../shell/RolePage'
import { syncTexts } from '../text/sync'
import { useText } from '../text/useText'
import { ClockNotice } from './trouble/ClockNotice'
import { NeedsList } from './waiting/NeedsList'
import { PhotoSection } from './waiting/PhotoSection'
import { ReplicaNotice } from './trouble/ReplicaNotice'
import { SpoiltPieces } from './waiting/SpoiltPieces'
import { StorageCard } from './StorageCard'
import { SyncHead } from './SyncHead'
import { TakenList } from './waiting/TakenList'
import { TroubleBox } from './trouble/TroubleBox'
import { usePending } from './usePending'
import { WaitingList } from './waiting/WaitingList'

/** Sending and receiving in plain words: what waits, how the run goes, what needs a person. */
export default function SyncPage() {
  const { holder } = useServices()
  const t = useText(syncTexts)
  const pending = usePending()
  return (
    <RolePage title={t.title} sub={holder.name} place="dong-bo">
      <div className="pad st">
        <SyncHead waitingBytes={(pending ?? []).reduce((sum, { bytes = 0 }) => sum + bytes, 0)} />
        <TroubleBox />
        <ReplicaNotice />
        <ClockNotice />
      </div>
      {pending && <NeedsList pending={pending} />}
      <SpoiltPieces />
      {pending && <WaitingList pending={pending} />}
      <TakenList />
      {holder.role !== 'admin' && <><PhotoSection /><CourierSection /></>}
      <div className="sec"><h2>{t.device}</h2></div>
      <div className="pad pad-b"><StorageCard /></div>
    </RolePage>
  )
}
