import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const spec = readFileSync('src/sync/SPEC.md', 'utf8')
const rules = [...spec.matchAll(/^- \*\*(S\d+)\*\*/gm)].map(([, rule]) => rule!)
const tests = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.tsx?$/.test(file) && !file.endsWith('spec.test.ts'))
  .map((file) => ({ file, text: readFileSync(join('tests', file), 'utf8') }))

/** All tags at the beginning of the names of tests: `it('[S7] [S19] …')`. */
function citedIn(text: string): readonly string[] {
  const beginnings = [...text.matchAll(/['"`]((?:\[S\d[^\]]*\]\s*)+)/g)].map(([, tags]) => tags!)
  return beginnings.flatMap((tags) => [...tags.matchAll(/\[([^\]]*)\]/g)].map(([, rule]) => rule!))
}

const cited = tests.flatMap(({ file, text }) => citedIn(text).map((rule) => ({ rule, file })))

describe('the rules of sync', () => {
  it.each(rules)('%s has a test that cites it', (rule) => {
    expect(cited.filter((each) => each.rule === rule)).not.toEqual([])
  })

  it('are each written once, and no test cites another', () => {
    expect(new Set(rules).size).toBe(rules.length)
    expect(cited.filter(({ rule }) => !rules.includes(rule))).toEqual([])
  })

  it('are the only ones that the source cites', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
    const citedBySource = sources.flatMap((file) => [...readFileSync(join('src', file), 'utf8').matchAll(/\bS\d{1,2}\b/g)].map(([rule]) => ({ file, rule })))
    expect(citedBySource.filter(({ rule }) => !rules.includes(rule))).toEqual([])
  })

  it('are cited by tests that run', () => {
    expect(tests.filter(({ text }) => /^\s*(?:it|test|describe)(?:\.\w+)*\.(?:skip|todo|fails|only)\b/m.test(text)).map(({ file }) => file)).toEqual([])
  })

  it.each([
    ["it('[S5] once')", ['S5']],
    ["it('[S5] [S7] [S19] thrice')", ['S5', 'S7', 'S19']],
    ["it('[S13][S24] without a space')", ['S13', 'S24']],
    ["describe(`[S40] ${'of'} a group`)", ['S40']],
    ["it('[S5, S7] two in one, which is no rule')", ['S5, S7']],
    ["it('of [S5] in the middle')", []],
  ])('are found in %s', (text, found) => {
    expect(citedIn(text)).toEqual(found)
  })
})
