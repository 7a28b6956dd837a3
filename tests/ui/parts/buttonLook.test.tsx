import { readFileSync } from 'node:fs'
import { render, screen } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { Button } from '../../../src/ui/parts/Button'

beforeAll(() => {
  const style = document.createElement('style')
  style.textContent = readFileSync('src/ui/styles/components.css', 'utf8')
  document.head.append(style)
})

function lookOf(button: HTMLElement): readonly string[] {
  const { backgroundColor, background, color, borderTopStyle, transform } = getComputedStyle(button)
  return [backgroundColor, background, color, borderTopStyle, transform]
}

describe('a button that is off', () => {
  // `is-hover` and `is-down` stand in the same rules as the pseudo-classes they show.
  it.each(['is-hover', 'is-down'])('keeps the look its words can be read in: %s', (state) => {
    render(<><Button kind="pri" off>Còn 1 ý kiến chưa ghi</Button><Button kind="pri" off className={state}>Thử lại sau 3 giây</Button></>)

    const [still, touched] = screen.getAllByRole('button')

    expect(lookOf(touched!)).toEqual(lookOf(still!))
  })
})
