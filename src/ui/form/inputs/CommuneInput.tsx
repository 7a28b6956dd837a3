import { useModule } from '../../parts/reading/useModule'
import { useUnits } from '../../parts/reading/useUnits'
import { formTexts } from '../../text/form'
import { useText } from '../../text/useText'
import { labelId, type InputProps } from './inputProps'
import { PickList } from './PickList'

/** The limit for each kind: current communes, and heirs of old communes. */
const SHOWN = 40
const loadOldUnits = () => import('../../../domain/codes/oldUnits')

/**
 * A current commune, found by its name or by the name of a commune before July 2025. The heirs of an old commune are listed one by one, and a
 * person chooses.
 */
export function CommuneInput({ id, label, value, onChange, onBlur, describedBy }: InputProps) {
  const t = useText(formTexts)
  const units = useUnits()
  const oldUnits = useModule(loadOldUnits)
  if (!units) return <p className="in mut" id={id}>{units === null ? t.unitLoading : t.unitMissing}</p>
  const note = oldUnits === null ? t.unitLoading : oldUnits === undefined ? t.oldUnitMissing : undefined
  const itemOf = (code: string) => {
    const commune = units.communeByCode(code)
    const province = commune && units.provinceByCode(commune.province)
    return { code, label: commune?.label ?? code, ...(province && { hint: province.label }) }
  }
  const find = (text: string) => {
    const named = units.searchCommunes(text)
    const known = new Set(named.map(({ code }) => code))
    const heirs = (oldUnits?.searchOldCommunes(text) ?? []).flatMap((old) => old.heirs.flatMap((code) => {
      if (known.has(code)) return []
      known.add(code)
      return [{ code, old }]
    }))
    const items = [...named.slice(0, SHOWN).map(({ code }) => itemOf(code)), ...heirs.slice(0, SHOWN).map(({ code, old }) => ({ ...itemOf(code), hint: t.oldUnit(old.label) }))]
    return { items, total: named.length + heirs.length }
  }
  return <PickList id={id} label={label} labelId={labelId(id)} chosen={typeof value === 'string' ? itemOf(value) : undefined} find={find} note={note} onPick={onChange} onBlur={onBlur} describedBy={describedBy} />
}
