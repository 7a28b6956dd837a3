import { useServices } from '../services'
import { adminTexts } from '../text/admin'
import { useText } from '../text/useText'
import { useCommune } from './useCommune'

/** Chooses the commune; empty if there is only one. */
export function CommunePicker() {
  const t = useText(adminTexts)
  const { holder } = useServices()
  const { code, choose } = useCommune()
  if (holder.communes.length < 2) return null
  return (
    <div className="fbar">
      <label>{t.commune}
        <select className="in" value={code} onChange={(event) => choose(event.target.value)}>
          {holder.communes.map((commune) => <option key={commune.code} value={commune.code}>{commune.name}</option>)}
        </select>
      </label>
    </div>
  )
}
