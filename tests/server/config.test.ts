import { describe, expect, it } from 'vitest'
import { defaultLegalBasis } from '../../src/domain/consent'
import { readConfig } from '../../src/server/config'

describe('the days after which accepted forms shrink on phones', () => {
  it.each([[undefined, 30], ['0', 0], ['365', 365]])('SOTHON_SHRINK_DAYS=%j', (text, days) => {
    expect(readConfig(text === undefined ? {} : { SOTHON_SHRINK_DAYS: text }).shrinkDays).toBe(days)
  })

  it.each(['-1', '1.5', 'tháng', '3651'])('are not %j', (text) => {
    expect(() => readConfig({ SOTHON_SHRINK_DAYS: text })).toThrow('SOTHON_SHRINK_DAYS must be 0..3650')
  })
})

describe('the months between two checks of a beneficiary record', () => {
  it.each([[undefined, 6], ['1', 1], ['12', 12]])('SOTHON_RECHECK_MONTHS=%j', (text, months) => {
    expect(readConfig(text === undefined ? {} : { SOTHON_RECHECK_MONTHS: text }).recheckMonths).toBe(months)
  })

  it.each(['0', '1.5', 'sáu', '121'])('are not %j', (text) => {
    expect(() => readConfig({ SOTHON_RECHECK_MONTHS: text })).toThrow('SOTHON_RECHECK_MONTHS must be 1..120')
  })
})

describe('the age from which residents belong in the labour survey', () => {
  it.each([[undefined, 15], ['15', 15], ['16', 16]])('SOTHON_MIN_AGE=%j', (text, age) => {
    expect(readConfig(text === undefined ? {} : { SOTHON_MIN_AGE: text }).minAge).toBe(age)
  })

  it.each(['14', '19', '15.5', ''])('is not %j', (text) => {
    expect(() => readConfig({ SOTHON_MIN_AGE: text })).toThrow('SOTHON_MIN_AGE must be 15..18')
  })
})

describe('the proxies in front', () => {
  it.each([[undefined, 0], ['0', 0], ['1', 1], ['2', 2]])('TRUST_PROXY=%j', (text, hops) => {
    expect(readConfig(text === undefined ? {} : { TRUST_PROXY: text }).trustProxy).toBe(hops)
  })

  it.each(['true', '-1', '1.5', '10'])('are not %j', (text) => {
    expect(() => readConfig({ TRUST_PROXY: text })).toThrow('TRUST_PROXY must be 0..9')
  })
})

describe('who answers for personal data', () => {
  it.each([[undefined, null], [' ', null], [' Văn phòng xã, 0259 3888 111 ', 'Văn phòng xã, 0259 3888 111']])('SOTHON_DATA_CONTACT=%j', (text, contact) => {
    expect(readConfig(text === undefined ? {} : { SOTHON_DATA_CONTACT: text }).dataContact).toBe(contact)
  })

  it.each(['một\nhai', 'x'.repeat(201)])('is one short line: %j', (text) => {
    expect(() => readConfig({ SOTHON_DATA_CONTACT: text })).toThrow('SOTHON_DATA_CONTACT is one line of at most 200 characters')
  })
})

describe('the legal basis in the environment', () => {
  it.each([
    [undefined, defaultLegalBasis],
    ['', { labour: 'law', welfare: 'law', contact: 'law' }],
    ['labour, contact', { labour: 'consent', welfare: 'law', contact: 'consent' }],
  ])('SOTHON_CONSENT_FOR=%j', (text, basis) => {
    expect(readConfig(text === undefined ? {} : { SOTHON_CONSENT_FOR: text }).legalBasis).toEqual(basis)
  })

  it('names the purpose that there is not', () => {
    expect(() => readConfig({ SOTHON_CONSENT_FOR: 'labour,marketing' })).toThrow('SOTHON_CONSENT_FOR names purposes out of labour, welfare, contact — it names "marketing"')
  })
})
