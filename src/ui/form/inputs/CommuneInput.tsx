import { useUnits } from '../../parts/useUnits'
import { formTexts } from '../../text/form'
import { useText } from '../../text/useText'
import { labelId, type InputProps } from './inputProps'
import { PickList } from './PickList'

const SHOWN = 40

export function CommuneInput({ id, label, value, onChange, onBlur, describedBy }: InputProps) {
  const t = useText(formTexts)
  const units = useUnits()
  if (!units) return <p className="in mut" id={id}>{t.unitLoading}</p>
  const itemOf = (code: string) => {
    const commune = units.communeByCode(code)
    const province = commune && units.provinceByCode(commune.province)
    return { code, label: commune?.label ?? code, ...(province && { hint: province.label }) }
  }
  const find = (text: string) => {
    const hits = units.searchCommunes(text, { limit: SHOWN })
    return { items: hits.map((commune) => itemOf(commune.code)), total: hits.length }
  }
  return <PickList id={id} label={label} labelId={labelId(id)} chosen={typeof value === 'string' ? itemOf(value) : undefined} find={find} onPick={onChange} onBlur={onBlur} describedBy={describedBy} />
}
