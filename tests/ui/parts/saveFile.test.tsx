import { afterEach, describe, expect, it, vi } from 'vitest'
import { saveFile } from '../../../src/ui/parts/saveFile'

describe('a file saved to the downloads', () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  it('can be read long after the press: some browsers begin to copy it late, and would write an empty one', () => {
    vi.useFakeTimers()
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:rescue')
    const revoked = vi.spyOn(URL, 'revokeObjectURL')

    saveFile(new File(['phong bì'], 'cuu-ho.txt'))
    vi.advanceTimersByTime(30_000)
    expect(revoked).not.toHaveBeenCalled()

    vi.runAllTimers()
    expect(revoked.mock.calls).toEqual([['blob:rescue']])
  })
})
