import { describe, expect, it } from 'vitest'
import { defaultLegalBasis } from '../../src/domain/consent'
import { readConfig } from '../../src/server/config'

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
