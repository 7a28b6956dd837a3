import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../../src/domain/forms/checking/finding'
import { reasonFor, reasonKey, standingReasons, standingWarnings } from '../../../../src/domain/records/judging/serverWarnings'

const LAN = '0190a000-0000-7000-8000-00000000aaaa'
const MAI = '0190a000-0000-7000-8000-00000000bbbb'
const sameNumberAs = (record: string): Finding => ({ id: 'ID-DUP', severity: 'warning', field: 'personalId', data: { commune: '22810', record } })
const ofRules: Finding = { id: 'PE-010', severity: 'warning', field: 'personalId', data: { prefix: '056' } }

describe('a reason for a warning', () => {
  it('of the rules is kept under the warning alone, one about another record under that one too, short enough for an operation', () => {
    expect([ofRules, sameNumberAs(LAN)].map(reasonKey)).toEqual(['PE-010', 'ID-DUP:00000000aaaa'])
    expect(reasonKey({ ...sameNumberAs(LAN), id: 'CODE-DUP' }).length).toBeLessThanOrEqual(32)
  })

  it('about one record does not explain the same about another', () => {
    const reasons = { [reasonKey(sameNumberAs(LAN))]: 'Đã xem cả hai thẻ' }

    expect([LAN, MAI].map((record) => reasonFor(reasons, sameNumberAs(record)))).toEqual(['Đã xem cả hai thẻ', undefined])
  })

  it('stands as long as the warning it answers', () => {
    const reasons = { 'PE-010': 'Đã xem thẻ', [reasonKey(sameNumberAs(LAN))]: 'Hai người khác nhau' }

    expect(standingReasons(reasons, [ofRules, sameNumberAs(MAI)])).toEqual({ 'PE-010': 'Đã xem thẻ' })
    expect(standingReasons(reasons, [sameNumberAs(LAN)])).toEqual({ [reasonKey(sameNumberAs(LAN))]: 'Hai người khác nhau' })
  })
})

describe('warnings of the server while a record is corrected', () => {
  const record = { answers: { personalId: '056190000123', fullName: 'Lò Thị Mai' }, warnings: [ofRules, sameNumberAs(LAN), { id: 'FORM-DUP', severity: 'warning', field: 'fullName' }] } as const

  it('stand with those of the rules as long as the number is what they are about', () => {
    expect(standingWarnings(record, { ...record.answers, fullName: 'Lò Thị Mãi' })).toEqual([sameNumberAs(LAN)])
  })

  it('are answered by another number, or none', () => {
    expect(['056190000124', undefined].map((personalId) => standingWarnings(record, { fullName: 'Lò Thị Mai', ...(personalId && { personalId }) }))).toEqual([[], []])
  })
})
