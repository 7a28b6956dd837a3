import { describe, expect, it } from 'vitest'
import { asItWas } from '../../../../src/domain/forms/offering/asItWas'
import { currentForm } from '../../../../src/domain/forms/registry'

const form = currentForm('asxh')
const single = { code: 'BT04', coefficient: '1.0', validFrom: '2025' }
const typed = { decisionNo: '12/QĐ', decisionBy: 'UBND xã' }

describe('leaving an answer as it was', () => {
  it('puts the whole answer back where it is one', () => {
    expect(asItWas(form, { accountStatus: 'NONE', bankBin: '970405' }, 'accountStatus', 'PERSONAL')).toBe('PERSONAL')
  })

  it('puts back the group of a line and what hangs on it, and keeps the rest that was typed there', () => {
    const now = { groups: [{ ...single, ...typed, code: 'BT06', coefficient: '2.0', validFrom: '2024' }], childrenRaised: 2 }

    expect(asItWas(form, now, 'groups', [single])).toEqual([{ ...single, ...typed, validFrom: '2024' }])
  })

  it('keeps of a new line what no other question hangs on', () => {
    const now = { groups: [single, { ...typed, code: 'BT06', coefficient: '2.0' }], hasDisability: false }

    expect(asItWas(form, now, 'groups', [single])).toEqual([single, typed])
  })

  it('brings back a line that was taken away', () => {
    const other = { code: 'HT02', validFrom: '2025' }

    expect(asItWas(form, { groups: [other], childrenRaised: 2 }, 'groups', [single, other])).toEqual([single, other])
  })
})
