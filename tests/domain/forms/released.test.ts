import { describe, expect, it } from 'vitest'
import { releasedForms } from '../../../src/domain/forms/released'

/**
 * Fingerprints of the data of every released version: fields, groups, conditions, options, words and ids of checks.
 * A line here never changes after its version went to the field; a change of a form is a new version with a new line.
 */
const released: Readonly<Record<string, string>> = {
  'household@1': 'c6238e85',
  'household@2': '3bb42ab1',
  'household@3': '49189241',
  'household@4': '104889ac',
  'person@1': '3979dcc5',
  'person@2': '9dd62165',
  'person@3': '55d065a3',
  'labour@1': 'f1f89820',
  'asxh@1': '5ba4773c',
  'asxh@2': 'bf3ce927',
}

/** FNV-1a over the definition as JSON (functions leave no trace: their behaviour is in the tests of the definition). */
function fingerprint(data: unknown): string {
  let hash = 0x811c9dc5
  for (const char of JSON.stringify(data)) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

describe('released forms', () => {
  it('are frozen', () => {
    expect(Object.fromEntries(releasedForms.map((form) => [form.key, fingerprint(form)]))).toEqual(released)
  })
})
