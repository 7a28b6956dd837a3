import { useId } from 'react'
import type { Area, Role } from '../../../domain/access'
import type { Hamlet } from '../../../protocol/messages'
import { Checkbox } from '../../parts/fields/Checkbox'
import { Icon } from '../../parts/Icon'
import { useServices } from '../../services'
import { adminTexts } from '../../text/admin'
import { useText } from '../../text/useText'

interface AreaFieldsProps {
  readonly role: Role
  readonly commune: string
  readonly hamlets: readonly Hamlet[]
  readonly areas: readonly Area[]
  readonly onChange: (areas: readonly Area[]) => void
  readonly error?: string | undefined
}

/** The areas of an account: hamlets of this commune for a village member, whole communes for everyone else. */
export function AreaFields({ role, commune, hamlets, areas, onChange, error }: AreaFieldsProps) {
  const t = useText(adminTexts)
  const { holder } = useServices()
  const wrong = useId()
  const setHamlet = (id: string, isOn: boolean): void => {
    const here = areas.find((area) => area.commune === commune)?.hamlets ?? []
    const others = areas.filter((area) => area.commune !== commune)
    onChange([...others, { commune, hamlets: isOn ? [...here, id] : here.filter((each) => each !== id) }])
  }
  const setCommune = (code: string, isOn: boolean): void => {
    const others = areas.filter((area) => area.commune !== code)
    onChange(isOn ? [...others, { commune: code, hamlets: null }] : others)
  }
  if (role !== 'member' && holder.communes.length < 2) return null
  return (
    <fieldset className={`f${error ? ' has-err' : ''}`} aria-describedby={error ? wrong : undefined}>
      <legend className="f-l">{role === 'member' ? t.user.hamlets : t.user.communes}</legend>
      {error && <p className="f-e" id={wrong}><Icon name="stop" small /><span>{error}</span></p>}
      <div className="opts row2">
        {role === 'member'
          ? hamlets.map((hamlet) => <Checkbox key={hamlet.id} label={hamlet.name} checked={hasHamlet(areas, commune, hamlet.id)} onChange={(isOn) => setHamlet(hamlet.id, isOn)} />)
          : holder.communes.map(({ code, name }) => <Checkbox key={code} label={name} checked={areas.some((area) => area.commune === code)} onChange={(isOn) => setCommune(code, isOn)} />)}
      </div>
    </fieldset>
  )
}

function hasHamlet(areas: readonly Area[], commune: string, id: string): boolean {
  return areas.some((area) => area.commune === commune && area.hamlets?.includes(id))
}
