import { useEffect, useState } from 'react'
import type { AnswerValue } from '../../../domain/forms/answers'

type Units = typeof import('../../../domain/codes/units')

/** Name of a province or commune by its code; the list of units is big and comes only when a code is to be shown. */
export function usePlaceName(value: AnswerValue | undefined, isPlace: boolean): string | undefined {
  const [units, setUnits] = useState<Units | null>(null)
  const code = isPlace && typeof value === 'string' ? value : undefined
  useEffect(() => {
    if (code === undefined) return
    let isCurrent = true
    void import('../../../domain/codes/units').then((loaded) => {
      if (isCurrent) setUnits(loaded)
    })
    return () => {
      isCurrent = false
    }
  }, [code])
  if (code === undefined || !units) return undefined
  return (code.length === 2 ? units.provinceByCode(code) : units.communeByCode(code))?.label
}
