import { lazy, Suspense } from 'react'
import { useLanguage } from '../../text/language'

/** Only phones in English fetch the English hints. Without them the form goes on with the Vietnamese ones. */
const EnglishHint = lazy(() => import('./EnglishHint').catch(() => ({ default: VietnameseHint })))

/** How to ask a question. */
export function Hint({ hint }: { readonly hint: string }) {
  const { language } = useLanguage()
  return language === 'vi' ? hint : <Suspense fallback={<VietnameseHint hint={hint} />}><EnglishHint hint={hint} /></Suspense>
}

function VietnameseHint({ hint }: { readonly hint: string }) {
  return <span lang="vi">{hint}</span>
}
