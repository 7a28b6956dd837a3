import type { AnswerValue } from '../../../domain/forms/answers'
import { useUnits } from '../../parts/useUnits'

/** Name of a province or commune by its code. */
export function usePlaceName(value: AnswerValue | undefined, isPlace: boolean): string | undefined {
  const code = isPlace && typeof value === 'string' ? value : undefined
  const units = useUnits(code !== undefined)
  if (code === undefined || !units) return undefined
  return (code.length === 2 ? units.provinceByCode(code) : units.communeByCode(code))?.label
}
