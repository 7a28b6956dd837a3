import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const spec = readFileSync('src/sync/SPEC.md', 'utf8')
const rules = [...spec.matchAll(/^- \*\*(S\d+)\*\*/gm)].map(([, rule]) => rule!)

/** Tags at the beginning of the names of tests: `it('[S7] …')`. */
function cited(): readonly { readonly rule: string; readonly file: string }[] {
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' }).filter((file) => /\.test\.tsx?$/.test(file))
  return files.flatMap((file) => [...readFileSync(join('tests', file), 'utf8').matchAll(/['"`]\[(S\d+)\] /g)].map(([, rule]) => ({ rule: rule!, file })))
}

describe('the rules of sync', () => {
  it.each(rules)('%s has a test that cites it', (rule) => {
    expect(cited().filter((each) => each.rule === rule)).not.toEqual([])
  })

  it('are each written once, and no test cites another', () => {
    expect(new Set(rules).size).toBe(rules.length)
    expect(cited().filter(({ rule }) => !rules.includes(rule))).toEqual([])
  })
})
