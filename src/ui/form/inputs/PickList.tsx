import { useState, type KeyboardEvent } from 'react'
import { Button } from '../../parts/Button'
import { Empty } from '../../parts/states/Empty'
import { SearchInput } from '../../parts/fields/SearchInput'
import { Sheet } from '../../parts/frame/Sheet'
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
  /** Id of the element beside the button that shows `label`. */
  readonly labelId: string
  readonly chosen: PickItem | undefined
  /** Searches the list, best match first. `total` may be larger than `items`. */
  readonly find: (text: string) => { readonly items: readonly PickItem[]; readonly total: number }
  /** Why something may be missing from the list. */
  readonly note?: string | undefined
  readonly onPick: (code: string | undefined) => void
  readonly onBlur: () => void
  readonly describedBy: string | undefined
}

/** One of many: a button that opens a searchable list. Nothing is chosen until somebody chooses it. */
export function PickList({ id, label, labelId, chosen, find, note, onPick, onBlur, describedBy }: PickListProps) {
  const t = useText(formTexts)
  const [open, setOpen] = useState(false)
  const close = (): void => {
    setOpen(false)
    onBlur()
  }
  return (
    <>
      {/* Named by its question and the chosen answer: with a label alone, a screen reader would not say the answer. */}
      <button type="button" id={id} className="in pick-b" aria-haspopup="dialog" aria-labelledby={`${labelId} ${id}v`} aria-describedby={describedBy} onClick={() => setOpen(true)}>
        <span id={`${id}v`} className={chosen ? undefined : 'mut'}>{chosen ? chosen.label : t.choose}</span>
      </button>
      {open && (
        <Sheet title={label} onClose={close}>
          <Finder label={label} find={find} note={note} chosen={chosen?.code} onPick={(code) => { onPick(code); close() }} />
          {chosen && <div className="in-pad"><Button kind="quiet" onClick={() => { onPick(undefined); close() }}>{t.clearChoice}</Button></div>}
        </Sheet>
      )}
    </>
  )
}

function Finder({ label, find, note, chosen, onPick }: { readonly label: string; readonly chosen: string | undefined } & Pick<PickListProps, 'find' | 'note'> & { readonly onPick: (code: string) => void }) {
  const t = useText(formTexts)
  const [text, setText] = useState('')
  const { items, total } = find(text)
  return (
    <div className="in-pad st" role="presentation" onKeyDown={(event) => pressed(event, () => items[0] && onPick(items[0].code))}>
      <SearchInput label={t.search(label)} value={text} onChange={setText} autoFocus />
      {items.length === 0 && <Empty icon="search" title={t.nothingFound}>{note && <p>{note}</p>}</Empty>}
      <ul className="pick">
        {items.map((item) => (
          <li key={item.code} className={item.code === chosen ? 'on' : undefined}>
            <button type="button" className="pick-i" aria-pressed={item.code === chosen} onClick={() => onPick(item.code)}>{item.label}{item.hint && <small className="mut"> {item.hint}</small>}</button>
          </li>
        ))}
      </ul>
      {total > items.length && <p className="sm mut">{t.more(total - items.length)}</p>}
    </div>
  )
}

/** Arrows move between the search box and the list. Enter in the box takes the best match. */
function pressed(event: KeyboardEvent<HTMLElement>, takeFirst: () => void): void {
  const { key, target, currentTarget, nativeEvent } = event
  if (nativeEvent.isComposing) return
  if (key === 'Enter' && target instanceof HTMLInputElement && target.value.trim() !== '') {
    event.preventDefault()
    return takeFirst()
  }
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return
  event.preventDefault()
  const stops = [...currentTarget.querySelectorAll<HTMLElement>('input, .pick-i')]
  const at = stops.findIndex((stop) => stop === document.activeElement)
  stops[at + (key === 'ArrowDown' ? 1 : -1)]?.focus()
}
