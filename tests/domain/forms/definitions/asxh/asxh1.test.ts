import { describe, expect, it } from 'vitest'
import type { Answers, AnswerRow } from '../../../../../src/domain/forms/answers'
import { asxh1 } from '../../../../../src/domain/forms/definitions/asxh/asxh1'
import { findings } from '../../../../../src/domain/forms/checking/findings'
import { prune } from '../../../../../src/domain/forms/asking/prune'
import { disabledElder } from '../../completeAnswers'
import { interview, visitDay } from '../../interview'

const form = (answers: Answers) => interview(asxh1, answers)
const group = (code: string, more: AnswerRow = {}): Answers => ({ groups: [{ code, validFrom: '2024-07', ...more }] })
const child: Answers = { born: '2012-05-01', collectedOn: '2026-11-20' }
const needed = (answers: Answers) => form(answers).found().filter((finding) => finding.id === 'BT-REQ').map((finding) => finding.field)

describe('asxh@1: the record', () => {
  it('has nothing to say about a complete record', () => {
    expect(form(disabledElder).found()).toEqual([])
  })

  it('names every question that is always needed on an empty record', () => {
    expect(needed({})).toEqual(['provinceCode', 'communeCode', 'hamletCode', 'hamletName', 'householdCode', 'collectedOn', 'collectorId', 'fullName', 'born', 'sex',
      'personalId', 'ethnicityCode', 'permanentAddressCode', 'permanentAddressDetail', 'sameAsPermanent', 'groups', 'hasDisability', 'lacksCapacity', 'accountStatus', 'payMethod'])
  })

  it('never sends the computed allowance', () => {
    expect(prune(asxh1, { ...disabledElder, monthlyAmount: 1_080_000 })).toEqual(disabledElder)
  })

  it('refuses a stored allowance', () => {
    expect(findings(asxh1, { ...disabledElder, monthlyAmount: 1_080_000 }, visitDay)).toEqual([{ id: 'BT-LEFT', severity: 'error', field: 'monthlyAmount' }])
  })
})

describe('asxh@1: skip rules', () => {
  const personal: Answers = { accountStatus: 'PERSONAL' }
  const byProxy: Answers = { accountStatus: 'AUTHORISED' }
  const none: Answers = { accountStatus: 'NONE' }

  it.each<[string, Answers, string, boolean]>([
    ['children are counted for a poor single parent', group('BT04'), 'childrenRaised', true],
    ['children are not counted for others', group('BT06'), 'childrenRaised', false],
    ['the person with merit is named for a relative', group('TN01'), 'meritPersonName', true],
    ['the martyr is named, because the beneficiary is another', group('NC03'), 'relationToMeritPerson', true],
    ['nobody is named for a wounded soldier', group('NC07'), 'meritPersonName', false],
    ['a certificate is asked about outside BT06', group('HT01'), 'hasDisability', true],
    ['it is not asked about for BT06: the details are', group('BT06'), 'hasDisability', false],
    ['BT06 asks the degree at once', group('BT06'), 'disabilityDegree', true],
    ['a certificate asks the degree', { ...group('HT01'), hasDisability: true }, 'disabilityTypes', true],
    ['without a certificate there is no degree', { ...group('HT01'), hasDisability: false }, 'disabilityDegree', false],
    ['a poor household has a year', { povertyStatus: 'HN' }, 'povertyYear', true],
    ['a near-poor household has scores', { povertyStatus: 'CN' }, 'povertyB1', true],
    ['other households have neither', { povertyStatus: 'KN' }, 'povertyB2', false],
    ['a child has a guardian', child, 'guardianFullName', true],
    ['somebody of eighteen has none', { ...child, born: '2008-11-20' }, 'guardianFullName', false],
    ['somebody who by the year may still be seventeen has one', { ...child, born: '2008' }, 'guardianFullName', true],
    ['somebody without legal capacity has one', { born: '1950', collectedOn: '2026-11-20', lacksCapacity: true }, 'guardianRelation', true],
    ['an own account has an owner', personal, 'accountOwnerName', true],
    ['an own account has no authorised person', personal, 'authorisedFullName', false],
    ['an own account does not ask why there is none', personal, 'noAccountReason', false],
    ['an account by proxy has an authorised person', byProxy, 'authorisedDocumentNo', true],
    ['an account by proxy has a number', byProxy, 'accountNumber', true],
    ['no account has no number', none, 'accountNumber', false],
    ['no account has no kind', none, 'accountKind', false],
    ['no account asks why', none, 'noAccountReason', true],
    ['no account asks whether one is wanted', none, 'wantsAccount', true],
    ['another reason is asked in words', { ...none, noAccountReason: '9' }, 'noAccountReasonOther', true],
    ['the words of a reason go when an account is there', { ...personal, noAccountReason: '9' }, 'noAccountReasonOther', false],
    ['a bank account has a branch', { ...personal, accountKind: 'BANK' }, 'bankBranch', true],
    ['a wallet has none', { ...personal, accountKind: 'EWALLET' }, 'bankBranch', false],
    ['a verification has a date', { verifiedByPolice: true }, 'verifiedByPoliceDate', true],
    ['no verification has none', { verifiedByPolice: false }, 'verifiedByPoliceDate', false],
    ['the present address is asked when it is another', { sameAsPermanent: false }, 'currentAddressDetail', true],
    ['a reason is asked of somebody without a number', { personalId: { missing: 'dontKnow' } }, 'idMissingReason', true],
  ])('%s', (_, answers, field, asked) => {
    expect(form(answers).asks(field)).toBe(asked)
  })

  it('names what a change from proxy to none stops asking', () => {
    const proxy = { ...disabledElder, accountStatus: 'AUTHORISED', authorisedFullName: 'Pi Năng Thị Sinh', authorisedPersonalId: '058168000001' }
    expect(form(proxy).clearedBy({ accountStatus: 'NONE' })).toEqual(['accountKind', 'accountOwnerName', 'bankBin', 'accountNumber', 'authorisedFullName', 'authorisedPersonalId'])
  })
})

describe('asxh@1: columns of a group', () => {
  const wrongRow = (row: AnswerRow) => form({ ...disabledElder, groups: [row] }).found().find((finding) => finding.id === 'BT-VAL')?.data
  const since = { validFrom: '2024-07', decisionNo: '1' }

  it.each<[string, AnswerRow, string]>([
    ['BT01 has a point', { code: 'BT01', ...since }, 'subCode'],
    ['BT05 has a point', { code: 'BT05', coefficient: '15', ...since }, 'subCode'],
    ['BT06 has a coefficient', { code: 'BT06', ...since }, 'coefficient'],
    ['people with merit have an amount', { code: 'NC07', ...since }, 'amount'],
    ['a local group has an amount', { code: 'BT09', ...since }, 'amount'],
    ['a group has a first month', { code: 'HT01' }, 'validFrom'],
  ])('%s', (_, row, column) => {
    expect(wrongRow(row)).toEqual({ problem: 'required', column, row: 1 })
  })

  it('refuses a coefficient where none is asked', () => {
    const found = findings(asxh1, { ...disabledElder, groups: [{ code: 'HT01', coefficient: '10', ...since }] }, visitDay)
    expect(found.find((finding) => finding.id === 'BT-VAL')?.data).toEqual({ problem: 'leftOver', column: 'coefficient', row: 1 })
  })

  it('drops a coefficient where none is asked before sending', () => {
    expect(prune(asxh1, { groups: [{ code: 'HT01', coefficient: '10', ...since }] })).toEqual({ groups: [{ code: 'HT01', ...since }] })
  })
})

describe('asxh@1: what a group needs', () => {
  const bare: Answers = { ...disabledElder, disabilityTypes: undefined, disabilityDegree: undefined, disabilityCertificateNo: undefined, disabilityCertificateDate: undefined }
  const since = { validFrom: '2020', decisionNo: '1' }

  it('BT06 needs the disability', () => {
    expect(needed(bare)).toEqual(['disabilityTypes', 'disabilityDegree', 'disabilityCertificateNo', 'disabilityCertificateDate'])
  })

  it.each<[string, AnswerRow]>([
    ['BT03', { code: 'BT03', coefficient: '20', ...since }], ['BT04', { code: 'BT04', ...since }], ['BT05a', { code: 'BT05', subCode: 'a', coefficient: '15', ...since }],
    ['BT05b', { code: 'BT05', subCode: 'b', coefficient: '10', ...since }], ['BT05d', { code: 'BT05', subCode: 'd', coefficient: '30', ...since }],
    ['BT07', { code: 'BT07', coefficient: '15', ...since }], ['BT08', { code: 'BT08', coefficient: '15', ...since }], ['HT02', { code: 'HT02', ...since }],
  ])('%s needs the poverty status, and its year and scores', (_, row) => {
    expect(needed({ ...bare, groups: [row] })).toContain('povertyStatus')
    expect(needed({ ...bare, groups: [row], povertyStatus: 'HN' })).toEqual(expect.arrayContaining(['povertyYear', 'povertyB1', 'povertyB2']))
  })

  it.each<[string, AnswerRow]>([['BT05c', { code: 'BT05', subCode: 'c', coefficient: '10', ...since }], ['HT01', { code: 'HT01', ...since }], ['BT06', { code: 'BT06', coefficient: '20', ...since }]])('%s does not', (_, row) => {
    expect(needed({ ...bare, groups: [row] })).not.toContain('povertyStatus')
  })

  it('a child needs a guardian with number and relation', () => {
    expect(needed({ ...disabledElder, born: '2012-05-01' })).toEqual(['guardianFullName', 'guardianPersonalId', 'guardianRelation'])
  })

  it('an own account needs kind, owner and number, and at a bank the bank', () => {
    expect(needed({ ...disabledElder, accountKind: undefined, accountOwnerName: undefined, bankBin: undefined, accountNumber: undefined })).toEqual(['accountKind', 'accountOwnerName', 'accountNumber'])
    expect(needed({ ...disabledElder, bankBin: undefined })).toEqual(['bankBin'])
  })

  it('an account by proxy needs a person, a relation and a document', () => {
    expect(needed({ ...disabledElder, accountStatus: 'AUTHORISED' })).toEqual(['authorisedFullName', 'authorisedPersonalId', 'authorisedRelation', 'authorisedDocumentNo', 'authorisedDocumentDate'])
  })

  it('no account needs a reason and a wish', () => {
    expect(needed({ ...disabledElder, accountStatus: 'NONE', payMethod: 'CASH_HOME' })).toEqual(['noAccountReason', 'wantsAccount'])
  })
})
