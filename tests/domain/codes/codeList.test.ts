import { describe, expect, it } from 'vitest'
import { banks } from '../../../src/domain/codes/banks'
import { benefitGroups } from '../../../src/domain/codes/benefits'
import { codeList, findCode, type CodeListName } from '../../../src/domain/codes/codeList'
import { idPrefixes } from '../../../src/domain/codes/idPrefixes'

const names: readonly CodeListName[] = ['ethnicity', 'industry', 'occupation', 'bank', 'benefitGroup']

describe('code lists', () => {
  it.each(names)('%s names every code once, in composed letters', (name) => {
    const items = codeList(name)

    expect(new Set(items.map((item) => item.code)).size).toBe(items.length)
    expect(items.filter((item) => item.label !== item.label.normalize('NFC').trim())).toEqual([])
  })

  it('holds the official number of entries', () => {
    expect(names.map((name) => codeList(name).length)).toEqual([56, 22, 10, 61, 24])
    expect(idPrefixes.size).toBe(63)
  })

  it('knows the four peoples of the district by the official code', () => {
    expect(['01', '17', '21', '16'].map((code) => findCode('ethnicity', code)?.label)).toEqual(['Kinh', 'Chăm', 'Ra-glai', 'Cơ-ho'])
  })

  it('runs from A to V without a gap in industries', () => {
    expect(codeList('industry').map((item) => item.code).join('')).toBe('ABCDEFGHIJKLMNOPQRSTUV')
  })

  it('names every benefit group, and every kind of one, in English too', () => {
    const all = benefitGroups.flatMap((group) => [group, ...(group.subGroups ?? [])])

    expect(all.filter((item) => !item.labelEn).map((item) => item.label)).toEqual([])
  })

  it('has no entry for a code it does not know', () => {
    expect(findCode('bank', '000000')).toBeUndefined()
  })

  it('gives a renamed bank its present name under the old BIN', () => {
    expect(['970449', '970414', '970406'].map((bin) => findCode('bank', bin)?.short)).toEqual(['LPBank', 'MBV', 'Vikki Bank'])
  })

  it('marks the banks whose BIN nobody has confirmed', () => {
    expect(banks.filter((bank) => bank.doubtful).map((bank) => bank.short)).toEqual(['NHCSXH', 'Viettel Money', 'VNPT Money'])
  })
})
