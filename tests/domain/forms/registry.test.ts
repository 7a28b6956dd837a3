import { describe, expect, it } from 'vitest'
import { currentForm, findForm, releasedForms } from '../../../src/domain/forms/registry'

describe('the registry', () => {
  it('knows a form by kind and version', () => {
    expect(findForm('labour@1')?.title).toBe('Phiếu lao động')
    expect(findForm('labour@99')).toBeUndefined()
  })

  it('captures new records with the newest version of their kind', () => {
    expect(releasedForms.map((form) => currentForm(form.kind).key)).toEqual(['household@1', 'person@1', 'labour@1', 'asxh@1'])
  })
})
