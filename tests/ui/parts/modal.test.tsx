import { act, screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { Button } from '../../../src/ui/parts/Button'
import { Dialog } from '../../../src/ui/parts/frame/Dialog'
import { FileButton } from '../../../src/ui/parts/FileButton'
import { Sheet } from '../../../src/ui/parts/frame/Sheet'
import { useToast } from '../../../src/ui/parts/toast/useToast'
import { uiWorld } from '../../support/uiWorld'

function Opener({ children }: { readonly children: (close: () => void) => React.ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return <><Button onClick={() => setOpen(true)}>Mở</Button>{isOpen && children(() => setOpen(false))}</>
}

describe('sheets and dialogs', () => {
  it('start at their title and give focus back to the opener', async () => {
    const { user } = uiWorld().show(<Opener>{(close) => <Sheet title="Mục lục" onClose={close}>…</Sheet>}</Opener>)

    await user.click(screen.getByRole('button', { name: 'Mở' }))
    expect(screen.getByRole('dialog', { name: 'Mục lục' })).toBeInTheDocument()
    expect(screen.getByRole('heading', { name: 'Mục lục' })).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Đóng' }))

    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Mở' })).toHaveFocus()
  })

  it('close when the device asks to, by Escape or the back gesture', async () => {
    const { user } = uiWorld().show(<Opener>{(close) => <Dialog title="Xóa nháp?" onClose={close} actions={<Button>Xóa</Button>} />}</Opener>)
    await user.click(screen.getByRole('button', { name: 'Mở' }))

    const dialog = screen.getByRole('dialog', { name: 'Xóa nháp?' })
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }))

    await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
  })

  it('stay open when a file is not chosen after all, which a browser tells in the same word', async () => {
    const { user } = uiWorld().show(<Opener>{(close) => <Sheet title="Quét thẻ" onClose={close}><FileButton icon="file" label="Chụp ảnh" accept="image/*" onFile={() => {}} /></Sheet>}</Opener>)
    await user.click(screen.getByRole('button', { name: 'Mở' }))

    act(() => void screen.getByLabelText('Chụp ảnh').dispatchEvent(new Event('cancel', { bubbles: true })))

    expect(screen.getByRole('dialog', { name: 'Quét thẻ' })).toBeInTheDocument()
  })
})

describe('a button that cannot be pressed yet', () => {
  it('says why, can be reached by the keyboard, and does nothing', async () => {
    let presses = 0
    const { user } = uiWorld().show(<Button off onClick={() => { presses += 1 }}>Còn 1 mục chưa chọn</Button>)

    await user.tab()
    expect(screen.getByRole('button', { name: 'Còn 1 mục chưa chọn' })).toHaveFocus()
    await user.keyboard('{Enter}')

    expect(presses).toBe(0)
  })
})

describe('the toast', () => {
  it('goes at the next press, wherever it is, so that it never lies over what is being done', async () => {
    function Screen() {
      const toast = useToast()
      return <><Button onClick={() => toast.show('Phiếu nằm an toàn')}>Gửi</Button><Button>Việc khác</Button></>
    }
    const { user } = uiWorld().show(<Screen />)
    await user.click(screen.getByRole('button', { name: 'Gửi' }))
    expect(screen.getByText('Phiếu nằm an toàn')).toBeInTheDocument()

    await user.click(screen.getByRole('button', { name: 'Việc khác' }))

    expect(screen.queryByText('Phiếu nằm an toàn')).not.toBeInTheDocument()
  })

  it('says what was done and takes it back at a press', async () => {
    let undone = 0
    function Screen() {
      const toast = useToast()
      return <Button onClick={() => toast.show('Đã xóa nháp', { undo: () => { undone += 1 } })}>Xóa</Button>
    }
    const { user } = uiWorld().show(<Screen />)
    await user.click(screen.getByRole('button', { name: 'Xóa' }))
    expect(screen.getByText('Đã xóa nháp')).toBeInTheDocument()

    await user.click(screen.getByRole('button', { name: 'Hoàn tác' }))

    expect(undone).toBe(1)
    expect(screen.queryByText('Đã xóa nháp')).not.toBeInTheDocument()
  })
})
