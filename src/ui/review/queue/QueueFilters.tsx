import { useEffect, useId, useRef, type RefObject } from 'react'
import { compareNames } from '../../../domain/identity/compareNames'
import { SearchInput } from '../../parts/fields/SearchInput'
import { Tag } from '../../parts/Tag'
import { useCards } from '../../parts/reading/useCards'
import { momentWords } from '../../text/moments'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { useServices } from '../../services'
import { useReviewPlace } from '../reviewPlace'
import { useDirectory } from '../useDirectory'
import type { QueueFilter } from './queueFilter'
import type { QueueItem } from './queueItem'

/** Search and filters of the queue. Hamlets and officers are offered only if they occur in the queue, or are chosen at the moment. */
export function QueueFilters({ all }: { readonly all: readonly QueueItem[] }) {
  const t = useText(reviewTexts)
  const { now } = useServices()
  const search = useRef<HTMLInputElement>(null)
  useSearchKey(search)
  const { filter, setFilter } = useReviewPlace()
  const directory = useDirectory()
  const cards = useCards()
  const set = (change: Partial<QueueFilter>): void => setFilter((old) => ({ ...old, ...change }))
  const hamlets = directory.hamlets.filter(({ id }) => id === filter.hamlet || all.some((item) => item.card.hamlet === id))
  const chosen = filter.collector === '' ? [] : [[filter.collector, directory.personName(filter.collector)] as const]
  const collectors = [...new Map([...all.map((item) => [item.card.sentBy ?? '', item.collector] as const), ...chosen])].sort((a, b) => compareNames(a[1], b[1]))
  const batch = filter.run === '' ? undefined : cards.find((card) => card.run === filter.run)
  return (
    <div className="fbar">
      <SearchInput label={t.queue.search} value={filter.search} inputRef={search} onChange={(words) => set({ search: words })} />
      <Choice label={t.queue.hamlet} value={filter.hamlet} onChange={(hamlet) => set({ hamlet })} options={hamlets.map((hamlet) => [hamlet.id, hamlet.name])} />
      <Choice label={t.queue.kind} value={filter.kind} onChange={(kind) => set({ kind: kind as QueueFilter['kind'] })} options={[['labour', t.kind.labour], ['asxh', t.kind.asxh]]} />
      <Choice label={t.queue.collector} value={filter.collector} onChange={(collector) => set({ collector })} options={collectors} />
      <Tag pressed={filter.warned} count={all.filter((item) => item.card.warnings > 0).length} onClick={() => set({ warned: !filter.warned })}>{t.queue.warned}</Tag>
      <Tag pressed={filter.again} count={all.filter((item) => item.resubmitted).length} onClick={() => set({ again: !filter.again })}>{t.queue.again}</Tag>
      {filter.run !== '' && <Tag pressed onClick={() => set({ run: '' })}>{t.queue.batch([batch && directory.personName(batch.sentBy), batch?.sentAt && momentWords(batch.sentAt, now())].filter(Boolean).join(', '))} ×</Tag>}
    </div>
  )
}

/** Ctrl+F focuses this search field: the browser's own search would look only at the rows that are drawn. */
function useSearchKey(search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.key.toLowerCase() !== 'f' || !search.current) return
      event.preventDefault()
      search.current.focus()
      search.current.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [search])
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly (readonly [value: string, label: string])[]
}

function Choice({ label, value, onChange, options }: ChoiceProps) {
  const t = useText(reviewTexts)
  const id = useId()
  return (
    <label htmlFor={id}>
      {label}
      <select id={id} className="in" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t.all}</option>
        {options.map(([code, words]) => <option key={code} value={code}>{words}</option>)}
      </select>
    </label>
  )
}
