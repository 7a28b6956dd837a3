import { act, screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { Ledger } from '../../../src/storage/ledger'
import { useFollowing } from '../../../src/ui/parts/reading/useFollowing'
import { ErrorScreen } from '../../../src/ui/shell/ErrorScreen'
import { uiWorld } from '../../support/uiWorld'

/** A book whose reads are answered when the test says so, in the order it says. */
function slowBook() {
  const answers: ((words: string) => void)[] = []
  const read = (): Promise<string> => new Promise((answer) => { answers.push(answer) })
  const listeners = new Set<() => void>()
  const ledger: Ledger = { ...uiWorld().ledger, subscribe: (listener) => (listeners.add(listener), () => listeners.delete(listener)) }
  return { ledger, read, change: () => listeners.forEach((listener) => listener()), answer: (at: number, words: string) => act(async () => answers[at]?.(words)) }
}

function Shown({ read }: { readonly read: () => Promise<string> }) {
  return <p>{useFollowing(read) ?? 'chưa đọc'}</p>
}

describe('what is read of the book and followed', () => {
  it('is not put back by a read that began earlier and ends later', async () => {
    const { ledger, read, change, answer } = slowBook()
    uiWorld({ ledger }).show(<Shown read={read} />)
    change()

    await answer(1, 'mới')
    await answer(0, 'cũ')

    expect(screen.getByText('mới')).toBeInTheDocument()
  })

  it('is not shown for what another read asks', async () => {
    const { ledger, read, answer } = slowBook()
    const never = (): Promise<string> => new Promise(() => {})
    function Two() {
      const [isOther, setOther] = useState(false)
      return <><Shown read={isOther ? never : read} /><button type="button" onClick={() => setOther(true)}>khác</button></>
    }
    const { user } = uiWorld({ ledger }).show(<Two />)
    await answer(0, 'của người này')

    await user.click(screen.getByRole('button', { name: 'khác' }))

    expect(screen.getByText('chưa đọc')).toBeInTheDocument()
  })

  it('that cannot be read is said, with two ways on', async () => {
    // React writes a caught error to the console.
    vi.spyOn(console, 'error').mockImplementation(() => {})
    let isOpen = false
    const read = async (): Promise<string> => {
      if (!isOpen) throw new Error('closed under the page')
      return 'đọc được'
    }
    const { user } = uiWorld().show(<ErrorScreen><Shown read={read} /></ErrorScreen>)
    expect(await screen.findByRole('heading', { name: 'Không mở được màn hình này' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Mở lại ứng dụng' })).toBeInTheDocument()

    isOpen = true
    await user.click(screen.getByRole('button', { name: 'Về trang đầu' }))

    expect(await screen.findByText('đọc được')).toBeInTheDocument()
  })
})
