import { expect, it } from 'vitest'
import { english } from '../../../src/ui/text/en/english'

type Words = string | ((...args: never[]) => unknown) | { readonly [name: string]: Words }

const ones: readonly number[] = Array(4).fill(1)

/** Everything a text says in English when each of its counts is one. */
function said(words: Words): readonly string[] {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function') return [words(...(gapsOf(words.toString()) as never[]))].filter((each) => typeof each === 'string')
  return Object.values(words).flatMap(said)
}

/** Of a text that takes a list: counts in it, else words. */
function gapsOf(source: string): readonly unknown[] {
  if (/^\(?\[/.test(source)) return [ones]
  return source.includes('.map(') ? [['']] : ones
}

it('says one of a thing in the singular', () => {
  const sentences = said(english)

  expect(sentences.length).toBeGreaterThan(800)
  expect(sentences.filter((words) => /(?<!\/)\b1 (?!is\b|was\b|has\b|opens\b)[a-z]+s\b|\b1 (people|forms? (are|have|were)|[a-z]+ (forms|people|households|records|photos|devices|answers))\b/.test(words))).toEqual([])
})
