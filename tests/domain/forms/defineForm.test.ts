import { describe, expect, it } from 'vitest'
import { defineForm, FormDefinitionError } from '../../../src/domain/forms/defineForm'
import type { Check, Field, Group } from '../../../src/domain/forms/form'

interface Parts {
  readonly fields: Readonly<Record<string, Field>>
  readonly groups: readonly Group[]
  readonly checks: readonly Check[]
}

const a: Field = { kind: 'yesNo', label: 'A', required: true }
const b: Field = { kind: 'text', label: 'B', required: false, askIf: { op: 'is', field: 'a', value: true } }
const sound: Parts = { fields: { a, b }, groups: [{ id: 'g', label: 'G', fields: ['a', 'b'] }], checks: [] }
const check = (id: string, ...fields: string[]): Check => ({ id, severity: 'error', fields, words: { vi: '', en: '' }, finds: () => false })

function defectsOf(parts: Partial<Parts>): readonly string[] {
  try {
    defineForm({ kind: 'person', version: 9, prefix: 'T', title: 't', titleEn: 't', legalBasis: 'test', ...sound, ...parts })
    return []
  } catch (error) {
    if (error instanceof FormDefinitionError) return error.defects
    throw error
  }
}

describe('a definition', () => {
  it('is accepted when it is sound', () => {
    expect(defectsOf({})).toEqual([])
  })

  it.each<[string, Partial<Parts>, string]>([
    ['a condition that reads a later field', { groups: [{ id: 'g', label: 'G', fields: ['b', 'a'] }] }, 'field b reads a, which does not come before it'],
    ['a condition that reads itself', { fields: { a, b: { ...b, askIf: { op: 'answered', field: 'b' } } } }, 'field b reads b, which does not come before it'],
    ['a requirement that reads a later field', { fields: { a: { ...a, required: { op: 'answered', field: 'b' } }, b } }, 'field a reads b, which does not come before it'],
    ['a group that reads its own field', { groups: [{ id: 'g', label: 'G', fields: ['a', 'b'], askIf: { op: 'answered', field: 'a' } }] }, 'group g reads a, which does not come before it'],
    ['a condition deep inside that reads an unknown field', { fields: { a, b: { ...b, askIf: { op: 'not', of: [{ op: 'any', of: [{ op: 'answered', field: 'zz' }] }] } } } }, 'field b reads zz, which does not come before it'],
    ['a field in no group', { groups: [{ id: 'g', label: 'G', fields: ['a'] }] }, 'field b is in no group'],
    ['a field in two groups', { groups: [...sound.groups, { id: 'h', label: 'H', fields: ['b'] }] }, 'field b is in more than one group'],
    ['a group of unknown fields', { groups: [{ id: 'g', label: 'G', fields: ['a', 'b', 'c'] }] }, 'group names unknown field c'],
    ['two groups of one id', { groups: [{ id: 'g', label: 'G', fields: ['a'] }, { id: 'g', label: 'H', fields: ['b'] }] }, 'group g is defined twice'],
    ['a field id that the wire would refuse', { fields: { 'a-b': a }, groups: [{ id: 'g', label: 'G', fields: ['a-b'] }] }, 'field id a-b is not camelCase'],
    ['a choice without options', { fields: { a, b: { ...b, kind: 'choice' } } }, 'field b (choice) has no options'],
    ['options on text', { fields: { a, b: { ...b, options: [{ code: '1', label: '1' }] } } }, 'field b (text) must not have options'],
    ['an option twice', { fields: { a, b: { ...b, kind: 'choice', options: [{ code: '1', label: 'x' }, { code: '1', label: 'y' }] } } }, 'field b has option 1 twice'],
    ['a code without its list', { fields: { a, b: { ...b, kind: 'code' } } }, 'field b: codeList goes with kind code'],
    ['rows without columns', { fields: { a, b: { ...b, kind: 'rows' } } }, 'field b: columns go with kind rows'],
    ['digits without lengths', { fields: { a, b: { ...b, kind: 'digits' } } }, 'field b: lengths go with kind digits'],
    ['rows inside rows', { fields: { a, b: { ...b, kind: 'rows', columns: { c: { kind: 'rows', label: 'C', required: false, columns: {} } } } } }, 'column b.c is not a single value'],
    ['a column that reads a later one', { fields: { a, b: { ...b, kind: 'rows', columns: { c: { ...b, askIf: { op: 'answered', field: 'd' } }, d: a } } } }, 'column b.c reads d, which does not come before it'],
    ['two checks of one id', { checks: [check('T-001', 'a'), check('T-001', 'b')] }, 'check T-001 is defined twice'],
    ['a check under a foreign id', { checks: [check('LS-001', 'a')] }, 'check LS-001 is not T-000'],
    ['a check that reads an unknown field', { checks: [check('T-001', 'zz')] }, 'check T-001 reads unknown field zz'],
    ['a check whose words borrow from an unknown field', { checks: [{ ...check('T-001', 'a'), words: { vi: '{x|answer:zz}', en: '' } }] }, 'check T-001 reads unknown field zz'],
    ['a check shown nowhere', { checks: [check('T-001')] }, 'check T-001 reads nothing'],
  ])('does not start with %s', (_, parts, defect) => {
    expect(defectsOf(parts)).toContain(defect)
  })
})
