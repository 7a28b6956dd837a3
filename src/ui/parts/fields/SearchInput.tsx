import type { ReactNode, Ref } from 'react'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'
import { Icon } from '../Icon'

interface SearchInputProps {
  /** Read out by screen readers, and the placeholder unless another is given. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
  /** A button at the right end, e.g. the identity card scanner. */
  readonly children?: ReactNode
}

/** A box to search as you type. */
export function SearchInput({ label, value, onChange, placeholder, autoFocus = false, inputRef, children }: SearchInputProps) {
  const t = useText(partTexts)
  return (
    <div className="search">
      <Icon name="search" />
      <input
        type="search" ref={inputRef} aria-label={label} placeholder={placeholder ?? label} value={value} autoFocus={autoFocus}
        autoComplete="off" spellCheck={false} enterKeyHint="search" onChange={(event) => onChange(event.target.value)}
      />
      {value !== '' && <button type="button" className="ib" aria-label={t.clear} onClick={() => onChange('')}><Icon name="x" /></button>}
      {children}
    </div>
  )
}
