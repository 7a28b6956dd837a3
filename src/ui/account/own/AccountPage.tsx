import { Button } from '../../parts/Button'
import { deviceCode } from '../../parts/deviceCode'
import { Kv } from '../../parts/Kv'
import { useServices } from '../../services'
import { RolePage } from '../../shell/RolePage'
import { StorageCard } from '../../sync/StorageCard'
import { mineTexts } from '../../text/mine'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'
import { AppCard } from './AppCard'
import { ChangePassphrase } from './ChangePassphrase'
import { ChangePassword } from './ChangePassword'
import { LookCard } from './LookCard'
import { NewCommunes } from '../NewCommunes'
import { PasskeyCard } from './PasskeyCard'
import { SignOut } from './SignOut'

/** The page of the person holding the device: account, ways to open the book, look and language, the device, signing out. */
export default function AccountPage() {
  const { holder, ledger, lock } = useServices()
  const t = useText(mineTexts)
  const parts = useText(partTexts)
  return (
    <RolePage title={t.title} sub={holder.name} place="cua-toi">
      <div className="pad st">
        <div className="card st">
          <Kv rows={[
            [t.username, holder.username],
            [t.role, parts.role[holder.role]],
            [t.communes, holder.communes.map((commune) => commune.name).join(', ')],
            [t.deviceCode, ledger.communes.map((commune) => deviceCode(ledger.outbox.device(commune))).join(', ')],
          ]}
          />
        </div>
        <NewCommunes />
        <Button kind="pri" large wide icon="lock" onClick={lock}>{t.lockNow}</Button>
      </div>
      <div className="sec"><h2>{t.safety}</h2></div>
      <div className="pad pad-b st"><PasskeyCard /><ChangePassphrase /><ChangePassword /></div>
      <div className="sec"><h2>{t.screen}</h2></div>
      <div className="pad pad-b"><LookCard /></div>
      <div className="sec"><h2>{t.device}</h2></div>
      <div className="pad pad-b st"><StorageCard /><AppCard /><SignOut /></div>
    </RolePage>
  )
}
