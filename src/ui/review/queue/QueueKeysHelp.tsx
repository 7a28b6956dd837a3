import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { useNumberWords } from '../../text/useNumberWords'

/** How many forms are listed, and the keys that work in the list. */
export function QueueKeysHelp({ count }: { readonly count: number }) {
  const t = useText(reviewTexts)
  const numberWords = useNumberWords()
  return (
    <p className="sm mut fx keys-help">
      {t.queue.listed(numberWords(count))} · <kbd>↑</kbd><kbd>↓</kbd> {t.queue.keys.move} <kbd>Space</kbd> {t.queue.keys.select} <kbd>Enter</kbd> {t.queue.keys.open}{' '}
      <kbd>Ctrl Enter</kbd> {t.queue.keys.accept} <kbd>Alt T</kbd> {t.queue.keys.return}
    </p>
  )
}
