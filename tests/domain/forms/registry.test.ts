import { describe, expect, it } from 'vitest'
import type { Group } from '../../../src/domain/forms/form'
import { currentForm, findForm } from '../../../src/domain/forms/registry'
import { releasedForms } from '../../../src/domain/forms/released'
import { recordKinds } from '../../../src/domain/records/record'

describe('the registry', () => {
  it('knows a form by kind and version', () => {
    expect(findForm('labour@1')?.title).toBe('Phiếu lao động')
    expect(findForm('labour@99')).toBeUndefined()
  })

  it('captures new records with the newest version of their kind', () => {
    const newest = recordKinds.map((kind) => `${kind}@${Math.max(...releasedForms.filter((form) => form.kind === kind).map(({ version }) => version))}`)

    expect(recordKinds.map((kind) => currentForm(kind).key)).toEqual(newest)
  })

  it.each(releasedForms.map((form) => [form.key, form] as const))('%s puts at most eight questions on a screen', (_, form) => {
    const questions = (group: Group) => group.fields.filter((id) => !form.fields[id]?.system)
    expect(form.groups.filter((group) => questions(group).length > 8).map((group) => group.id)).toEqual([])
  })

  it.each(releasedForms.map((form) => [form.key, form] as const))('%s has every label in English too', (_, form) => {
    const bare = Object.entries(form.fields).filter(([, field]) => !field.labelEn || field.options?.some((option) => !option.labelEn))
    expect(bare.map(([id]) => id)).toEqual([])
  })

  it.each(releasedForms.map((form) => [form.key, form] as const))('%s is written in NFC', (_, form) => {
    const text = JSON.stringify(form)
    expect(text).toBe(text.normalize('NFC'))
  })
})
