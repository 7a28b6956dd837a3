import { describe, expect, it } from 'vitest'
import { searchOldCommunes } from '../../../src/domain/codes/oldUnits'
import { oldUnitsData } from '../../../src/domain/codes/oldUnits.data'
import { communeByCode } from '../../../src/domain/codes/units'

const labels = (text: string, limit = 9) => searchOldCommunes(text).slice(0, limit).map(({ label }) => label)
const heirsOf = (text: string) => searchOldCommunes(text)[0]?.heirs.map((code) => communeByCode(code)?.label)

describe('communes before July 2025', () => {
  it('are of 63 provinces, and each has heirs among the communes of today', () => {
    const names = oldUnitsData.flatMap(([, ...districts]) => districts.flatMap((packed) => packed.split('|').slice(1)))
    const codes = names.flatMap((entry) => entry.split('>')[1]?.match(/\d{5}/g) ?? [])

    expect([oldUnitsData.length, names.length]).toEqual([63, 10_806])
    expect(codes.filter((code) => communeByCode(code) === undefined)).toEqual([])
    expect(oldUnitsData.every(([, ...districts]) => districts.every((packed) => packed.split('|')[1]?.includes('>')))).toBe(true)
  })

  it.each([
    ['quang son ninh son', 'Xã Quảng Sơn, Huyện Ninh Sơn, Tỉnh Ninh Thuận'],
    ['Quảng Sơn, Ninh Sơn, Ninh Thuận', 'Xã Quảng Sơn, Huyện Ninh Sơn, Tỉnh Ninh Thuận'],
    ['xã quảng sơn huyện ninh sơn', 'Xã Quảng Sơn, Huyện Ninh Sơn, Tỉnh Ninh Thuận'],
    ['ma noi', 'Xã Ma Nới, Huyện Ninh Sơn, Tỉnh Ninh Thuận'],
    ['12 quan go vap', 'Phường 12, Quận Gò Vấp, Thành phố Hồ Chí Minh'],
  ])('are found by %j, as an old card has them', (text, label) => expect(labels(text, 1)).toEqual([label]))

  it('lead to the commune of today', () => {
    expect(heirsOf('quang son ninh son')).toEqual(['Xã Ninh Sơn'])
    expect(heirsOf('luong son ninh son')).toEqual(['Xã Lâm Sơn'])
  })

  it('that were divided lead to each of their heirs: nobody is chosen for a person', () => {
    expect(heirsOf('13 quan go vap')).toEqual(['Phường An Hội Đông', 'Phường An Hội Tây'])
  })

  it('are not found by their district or province alone, nor by nothing', () => {
    expect(labels('ninh thuan', 99).filter((label) => !label.split(',')[0]?.includes('Ninh'))).toEqual([])
    expect(labels('  ')).toEqual([])
    expect(labels('khong co xa nay')).toEqual([])
  })
})
