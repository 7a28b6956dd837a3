import { describe, expect, it } from 'vitest'
import { communeByCode, provinceByCode, provinces, searchCommunes, type Commune } from '../../../src/domain/codes/units'
import { unitsData } from '../../../src/domain/codes/units.data'

const communesOf = (province: string): readonly Commune[] =>
  unitsData.filter(([code]) => code === province).flatMap(([, , packed]) => packed.split('|')).map((entry) => communeByCode(entry.slice(0, 5))!)

describe('administrative units', () => {
  it('are 34 provinces and 3,321 communes: 697 wards, 2,611 communes, 13 special zones', () => {
    const all = provinces.flatMap((province) => communesOf(province.code))

    expect(provinces).toHaveLength(34)
    expect(new Set(all.map((commune) => commune.code)).size).toBe(3321)
    expect((['ward', 'commune', 'specialZone'] as const).map((kind) => all.filter((commune) => commune.kind === kind).length)).toEqual([697, 2611, 13])
  })

  it.each([['01', 126], ['37', 129], ['51', 96], ['56', 65], ['79', 168], ['96', 64]])('province %s has %i communes', (code, count) => {
    expect(communesOf(code)).toHaveLength(count)
  })

  it('puts Ninh Sơn, formerly of Ninh Thuận, in Khánh Hoà', () => {
    expect(communeByCode('22810')).toEqual({ code: '22810', name: 'Ninh Sơn', label: 'Xã Ninh Sơn', kind: 'commune', province: '56', validFrom: '2025-07-01' })
    expect(provinceByCode('56')?.label).toBe('Tỉnh Khánh Hoà')
  })

  it('knows no commune it never heard of', () => {
    expect(communeByCode('99999')).toBeUndefined()
  })

  it('finds a commune typed without diacritics, in part, with its kind, or by code', () => {
    expect(searchCommunes('ninh son', { province: '56' }).map((commune) => commune.code)).toEqual(['22810'])
    expect(searchCommunes('xa ninh son', { province: '56' }).map((commune) => commune.code)).toEqual(['22810'])
    expect(searchCommunes('2281').map((commune) => commune.name)).toEqual(['Ninh Sơn', 'Lâm Sơn'])
    expect(searchCommunes('bac ai', { province: '56' }).map((commune) => commune.name)).toEqual(['Bác Ái', 'Bác Ái Tây', 'Bác Ái Đông'])
  })

  it('shows exact diacritics first and nothing for an empty search', () => {
    expect(searchCommunes('Sơn Đồng').map((commune) => commune.name)).toEqual(['Sơn Đồng', 'Sơn Động', 'Sơn Đông', 'Sơn Đông', 'Anh Sơn Đông'])
    expect(searchCommunes('  ')).toEqual([])
  })
})
