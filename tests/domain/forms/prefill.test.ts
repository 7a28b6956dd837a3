import { describe, expect, it } from 'vitest'
import { asxh1 } from '../../../src/domain/forms/definitions/asxh1'
import { labour1 } from '../../../src/domain/forms/definitions/labour1'
import { findings } from '../../../src/domain/forms/findings'
import { offeredOf, prefillFrom, type PrefillSource } from '../../../src/domain/forms/prefill'
import { household, person } from './completeAnswers'
import { visitDay } from './interview'

const source: PrefillSource = {
  person: { ...person, phone: { missing: 'noneYet' }, cardHeld: true, vneidLevel: '2' },
  household: { ...household, povertyStatus: 'HN', povertyYear: 2026, povertyB1: 120, povertyB2: 40 },
  provinceCode: '56', communeCode: '22810', hamletCode: 'TSL', hamletName: 'Thôn Suối Le',
  collectedOn: '2026-11-20', collectorId: 'u1', collectorName: 'Mấu Thị Hồng',
}

describe('a new labour form', () => {
  const answers = prefillFrom('labour', source)

  it('begins with what the register knows', () => {
    expect(answers).toEqual({
      provinceCode: '56', communeCode: '22810', hamletCode: 'TSL', hamletName: 'Thôn Suối Le', householdCode: 'NS-0412',
      collectedOn: '2026-11-20', collectorId: 'u1', collectorSignature: 'Mấu Thị Hồng',
      fullName: 'Ka Tơr Thị Mai', born: '1994-03-12', sex: '2', relationToHead: '3', personalId: '058194000123', ethnicityCode: '21',
      permanentAddressCode: '22810', permanentAddressDetail: 'Thôn Suối Le', phone: { missing: 'noneYet' }, priorityGroups: ['2', '6'],
    })
  })

  it('has nothing the rules would refuse, only questions still open', () => {
    expect([...new Set(findings(labour1, answers, visitDay).map((finding) => finding.id))]).toEqual(['LS-REQ'])
  })

  it('leaves out a reason the form does not take for an answer', () => {
    expect(prefillFrom('labour', { ...source, person: { ...person, born: { missing: 'dontKnow' } } })).not.toHaveProperty('born')
  })

  it('chooses no priority group for a Kinh household that is not poor', () => {
    expect(prefillFrom('labour', { ...source, person: { ...person, ethnicityCode: '01' }, household })).not.toHaveProperty('priorityGroups')
  })
})

describe('what the register offers', () => {
  it('are its answers to questions, in form order, not what the app fills in by itself', () => {
    expect(offeredOf('labour', prefillFrom('labour', source))).toEqual(['fullName', 'born', 'sex', 'relationToHead', 'personalId', 'permanentAddressCode', 'permanentAddressDetail', 'phone', 'ethnicityCode', 'priorityGroups'])
    expect(offeredOf('asxh', prefillFrom('asxh', source))).toEqual(expect.arrayContaining(['fullName', 'povertyStatus', 'povertyYear']))
  })
})

describe('a new beneficiary record', () => {
  const answers = prefillFrom('asxh', source)

  it('knows the poverty of the household', () => {
    expect(answers).toMatchObject({ povertyStatus: 'HN', povertyYear: 2026, povertyB1: 120, povertyB2: 40 })
  })

  it('has nothing the rules would refuse, only questions still open', () => {
    expect([...new Set(findings(asxh1, answers, visitDay).map((finding) => finding.id))]).toEqual(['BT-REQ'])
  })
})
