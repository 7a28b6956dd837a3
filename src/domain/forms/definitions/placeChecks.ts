import type { PartialDate, PlainDate } from '../../time'
import type { Check } from '../form'

export interface PlaceValues {
  readonly provinceCode?: string | undefined
  readonly communeCode?: string | undefined
  readonly collectedOn?: string | undefined
  readonly born?: string | undefined
}

/** Whether a date is certainly after a day: for a partial date, every day it may stand for must be. */
export function isAfter(date: PartialDate | undefined, day: PlainDate | undefined): boolean {
  return date !== undefined && day !== undefined && date > day.slice(0, date.length)
}

/** Checks 002, 003 and 008 of a form that is filled in at a visit. */
export function visitChecks(prefix: string): readonly Check<PlaceValues>[] {
  return [
    { id: `${prefix}-002`, severity: 'error', fields: ['born', 'collectedOn'],
      words: { vi: 'Ngày này sau ngày thu thập ({collectedOn|date})', en: 'This day is after the visit ({collectedOn|date})' },
      finds: ({ born, collectedOn }) => isAfter(born, collectedOn) && { collectedOn: collectedOn ?? '' } },
    { id: `${prefix}-003`, severity: 'error', fields: ['collectedOn'],
      words: { vi: 'Ngày thu thập {collectedOn|date} sau hôm nay ({today|date}). Xem lại ngày của máy.', en: 'Collected on {collectedOn|date}, after today ({today|date}). Check the date of the device.' },
      finds: ({ collectedOn }, ctx) => isAfter(collectedOn, ctx.today) && { collectedOn: collectedOn ?? '', today: ctx.today } },
    { id: `${prefix}-008`, severity: 'error', fields: ['communeCode', 'provinceCode', 'collectedOn'],
      words: { vi: 'Xã {communeCode} không thuộc tỉnh {provinceCode} vào ngày thu thập', en: 'Commune {communeCode} was not in province {provinceCode} on the day of the visit' },
      finds: ({ communeCode, provinceCode, collectedOn = '' }, ctx) => {
        const commune = communeCode === undefined ? undefined : ctx.findCommune?.(communeCode)
        if (!commune || communeCode === undefined || provinceCode === undefined) return false
        const there = commune.province === provinceCode && collectedOn >= commune.validFrom && collectedOn <= (commune.validTo ?? '9999')
        return !there && { communeCode, provinceCode }
      } },
  ]
}
