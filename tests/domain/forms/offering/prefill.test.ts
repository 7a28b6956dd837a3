import { describe, expect, it } from 'vitest'
import { asxh1 } from '../../../../src/domain/forms/definitions/asxh/asxh1'
import { labour1 } from '../../../../src/domain/forms/definitions/labour/labour1'
import { findings } from '../../../../src/domain/forms/checking/findings'
import { offeredOf, prefillFrom, type PrefillSource } from '../../../../src/domain/forms/offering/prefill'
import { household, person } from '../completeAnswers'
import { visitDay } from '../interview'

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

  const withAddress = (address: PrefillSource['person']) => {
    const { permanentAddressCode: _, permanentAddressDetail: __, ...others } = source.person
    const { permanentAddressCode, permanentAddressDetail } = prefillFrom('labour', { ...source, person: { ...others, ...address }, household: { ...household, address: 'Số 4, xóm Trên' } })
    return [permanentAddressCode, permanentAddressDetail]
  }

  it.each([
    ['nothing: the house', {}, ['22810', 'Số 4, xóm Trên']],
    ['this commune: the house', { permanentAddressCode: '22810' }, ['22810', 'Số 4, xóm Trên']],
    ['another commune: nothing of the house', { permanentAddressCode: '22819' }, ['22819', undefined]],
    ['another commune and the place there', { permanentAddressCode: '22819', permanentAddressDetail: 'Thôn Ma Nới' }, ['22819', 'Thôn Ma Nới']],
  ])('offers a permanent address of one place where the register knows %s', (_, known, address) => {
    expect(withAddress(known)).toEqual(address)
  })

  it('leaves out a reason the form does not take for an answer', () => {
    expect(prefillFrom('labour', { ...source, person: { ...person, born: { missing: 'dontKnow' } } })).not.toHaveProperty('born')
  })

  it('chooses no priority group for a Kinh household that is not poor', () => {
    expect(prefillFrom('labour', { ...source, person: { ...person, ethnicityCode: '01' }, household })).not.toHaveProperty('priorityGroups')
  })
})

describe('a labour form of the next survey', () => {
  const earlier = {
    ...prefillFrom('labour', source), fullName: 'Ka Tơr Thị May', collectedOn: '2025-10-02', generalEducation: '3', technicalLevel: '1', sameAsPermanent: true, email: 'mai@example.vn',
    activityStatus: '1', employmentPosition: '2', jobTitle: 'bẻ bắp thuê', siParticipation: '0', workplaceType: '1', industryCode: 'A', workplaceAddressCode: '22810',
    trainingNeed: false, informantIsSelf: false, informantName: 'Ka Tơr Bảy', priorityGroups: ['1', '3'], changeType: '2', inactiveReason: '1',
  }
  const answers = prefillFrom('labour', { ...source, earlier })

  it('begins with what was answered in the last, where the register knows nothing newer', () => {
    expect(answers).toMatchObject({ fullName: 'Ka Tơr Thị Mai', collectedOn: '2026-11-20', generalEducation: '3', activityStatus: '1', jobTitle: 'bẻ bắp thuê', email: 'mai@example.vn', priorityGroups: ['1', '2', '6'] })
  })

  it('asks anew who answers and what changed, and takes over nothing that is not asked', () => {
    for (const field of ['informantIsSelf', 'informantName', 'changeType', 'inactiveReason']) expect(answers).not.toHaveProperty(field)
  })

  it('offers all of it for confirmation', () => {
    expect(offeredOf('labour', answers)).toEqual(expect.arrayContaining(['fullName', 'generalEducation', 'activityStatus', 'jobTitle', 'trainingNeed']))
    expect(offeredOf('labour', answers)).not.toContain('collectedOn')
  })

  it('has only what was not asked yet still open', () => {
    expect(findings(labour1, answers, visitDay).filter(({ severity }) => severity === 'error').map(({ field }) => field)).toEqual(['informantIsSelf'])
  })

  it('lends nothing to a beneficiary record', () => {
    expect(prefillFrom('asxh', { ...source, earlier })).toEqual(prefillFrom('asxh', source))
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
