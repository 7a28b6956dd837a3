import { useState } from 'react'
import { Button } from '../../parts/Button'
import { Empty } from '../../parts/Empty'
import { SearchInput } from '../../parts/SearchInput'
import { Sheet } from '../../parts/Sheet'
import { formTexts } from '../../text/form'
import { useText } from '../../text/useText'

export interface PickItem {
  readonly code: string
  readonly label: string
  readonly hint?: string
}

interface PickListProps {
  readonly id: string
  readonly label: string
  readonly chosen: PickItem | undefined
  /** Best match first; `total` may be larger than what is listed. */
  readonly find: (text: string) => { readonly items: readonly PickItem[]; readonly total: number }
  readonly onPick: (code: string | undefined) => void
  readonly onBlur: () => void
  readonly describedBy: string | undefined
}

/** One of many: a button that opens a searchable list. Nothing is chosen until somebody chooses it. */
export function PickList({ id, label, chosen, find, onPick, onBlur, describedBy }: PickListProps) {
  const t = useText(formTexts)
  const [open, setOpen] = useState(false)
  const close = (): void => {
    setOpen(false)
    onBlur()
  }
  return (
    <>
      <button type="button" id={id} className="in pick-b" aria-haspopup="dialog" aria-describedby={describedBy} onClick={() => setOpen(true)}>
        {chosen ? chosen.label : <span className="mut">{t.choose}</span>}
      </button>
      {open && (
        <Sheet title={label} onClose={close}>
          <Finder label={label} find={find} chosen={chosen?.code} onPick={(code) => { onPick(code); close() }} />
          {chosen && <div className="in-pad"><Button kind="quiet" onClick={() => { onPick(undefined); close() }}>{t.clearChoice}</Button></div>}
        </Sheet>
      )}
    </>
  )
}

function Finder({ label, find, chosen, onPick }: { readonly label: string; readonly chosen: string | undefined } & Pick<PickListProps, 'find'> & { readonly onPick: (code: string) => void }) {
  const t = useText(formTexts)
  const [text, setText] = useState('')
  const { items, total } = find(text)
  return (
    <div className="in-pad st">
      <SearchInput label={t.search(label)} value={text} onChange={setText} autoFocus />
      {items.length === 0 && <Empty icon="search" title={t.nothingFound} />}
      <ul className="pick">
        {items.map((item) => (
          <li key={item.code} aria-selected={item.code === chosen}>
            <button type="button" className="pick-i" onClick={() => onPick(item.code)}>{item.label}{item.hint && <small className="mut"> {item.hint}</small>}</button>
          </li>
        ))}
      </ul>
      {total > items.length && <p className="sm mut">{t.more(total - items.length)}</p>}
    </div>
  )
}
