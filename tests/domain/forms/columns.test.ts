import { describe, expect, it } from 'vitest'
import { listColumns } from '../../../src/domain/forms/columns'
import { asxh1 } from '../../../src/domain/forms/definitions/asxh1'
import { household1 } from '../../../src/domain/forms/definitions/household1'

describe('columns of a list', () => {
  it('follow the form, under short names', () => {
    expect(listColumns(household1).slice(0, 3).map(({ id, label, labelEn }) => [id, label, labelEn])).toEqual([
      ['householdCode', 'Mã hộ', 'Household code'], ['headName', 'Chủ hộ', 'Head of household'], ['address', 'Địa chỉ', 'Address'],
    ])
  })

  it('have the computed allowance, and leave repeated groups to their own sheet', () => {
    const ids = listColumns(asxh1).map((column) => column.id)
    expect([ids.includes('monthlyAmount'), ids.includes('groups')]).toEqual([true, false])
  })

  it('never share a name within one form', () => {
    const labels = listColumns(asxh1).map((column) => column.label)
    expect(labels.filter((label, place) => labels.indexOf(label) !== place)).toEqual([])
  })
})
