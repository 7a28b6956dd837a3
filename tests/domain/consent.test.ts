import { describe, expect, it } from 'vitest'
import { askedPurposes, consentFields, defaultLegalBasis, isNoticeDue, isRefused, NOTICE_VERSION, noticeAnswers, purposes, refusedPurposes, saidToNotice, type LegalBasisOf } from '../../src/domain/consent'
import { currentForm } from '../../src/domain/forms/registry'
import { findings } from '../../src/domain/forms/checking/findings'
import { person } from './forms/completeAnswers'
import { visitDay } from './forms/interview'

const byConsent: LegalBasisOf = { labour: 'consent', welfare: 'consent', contact: 'consent' }
const given = { on: '2026-11-25', by: '01890000-0000-7000-8000-000000000001' }
const told = noticeAnswers({ contact: false }, given)

describe('the notice about personal data', () => {
  it('is due until this text was read and every purpose that rests on consent was asked about', () => {
    expect(isNoticeDue({}, defaultLegalBasis)).toBe(true)
    expect(isNoticeDue({ ...told, noticeVersion: '2020-01-01' }, defaultLegalBasis)).toBe(true)
    expect(isNoticeDue(noticeAnswers({}, given), defaultLegalBasis)).toBe(true)
    expect(isNoticeDue(told, defaultLegalBasis)).toBe(false)
    expect(isNoticeDue(told, byConsent)).toBe(true)
  })

  it('asks about what rests on consent only', () => {
    expect([askedPurposes(defaultLegalBasis), askedPurposes(byConsent)]).toEqual([['contact'], purposes])
  })

  it('leaves on the person which text, when, by whom, and each word', () => {
    expect(told).toEqual({ noticeVersion: NOTICE_VERSION, noticeOn: '2026-11-25', noticeBy: given.by, consentContact: false })
    expect(findings(currentForm('person'), { ...person, ...noticeAnswers({ labour: true, welfare: true, contact: true }, given) }, visitDay).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('takes no "yes" to another text over: it goes when this one is told, while a "no" stands', () => {
    const before = { noticeVersion: '2020-01-01', consentLabour: true, consentWelfare: false, consentContact: true }

    expect(saidToNotice(before)).toEqual({})
    expect(isNoticeDue({ ...before, ...noticeAnswers({ contact: true }, given, before) }, byConsent)).toBe(true)
    expect(noticeAnswers({ contact: true }, given, before)).toEqual({ noticeVersion: NOTICE_VERSION, noticeOn: '2026-11-25', noticeBy: given.by, consentLabour: undefined, consentContact: true })
    expect([saidToNotice(told), noticeAnswers({}, given, told)]).toEqual([{ contact: false }, noticeAnswers({}, given)])
  })

  it.each([
    ['a form that rests on consent, refused', 'labour', { consentLabour: false }, byConsent, true],
    ['the other form, not refused', 'asxh', { consentLabour: false }, byConsent, false],
    ['a form that rests on the law', 'labour', { consentLabour: false }, defaultLegalBasis, false],
    ['the register itself', 'person', { consentLabour: false }, byConsent, false],
    ['a form nobody asked about', 'labour', {}, byConsent, false],
  ] as const)('stops %s: %s', (_, kind, answers, basis, stops) => {
    expect(isRefused(refusedPurposes(answers), kind, basis)).toBe(stops)
  })

  it('is kept in fields the person\'s form has, and asks in no form', () => {
    const { fields } = currentForm('person')

    expect([...Object.values(consentFields), 'noticeVersion', 'noticeOn', 'noticeBy'].map((field) => fields[field]?.system)).toEqual(Array(6).fill(true))
  })
})
