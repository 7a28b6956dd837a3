import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useModule } from '../../../src/ui/parts/reading/useModule'

function Part({ load }: { readonly load: () => Promise<string> }) {
  const part = useModule(load)
  return <p>{part === null ? 'on its way' : part === undefined ? 'cannot be fetched' : part}</p>
}

it.each([
  ['here', async () => 'here'],
  ['cannot be fetched', async () => { throw new TypeError('Failed to fetch dynamically imported module') }],
  ['on its way', () => new Promise<string>(() => {})],
])('a part of the app is known to be %s', async (words, load) => {
  render(<Part load={load} />)

  expect(await screen.findByText(words)).toBeInTheDocument()
})
