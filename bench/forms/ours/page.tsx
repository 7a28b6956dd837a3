import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { Draft, Ledger } from '../../../src/storage/ledger'
import type { SyncControl, SyncState } from '../../../src/sync/control'
import { FormScreen } from '../../../src/ui/form/FormScreen'
import { keep, recall } from '../../../src/ui/keep'
import { OutsideContext, type Outside } from '../../../src/ui/outside'
import { ToastProvider } from '../../../src/ui/parts/toast/toast'
import { ServicesContext, type Services } from '../../../src/ui/services'
import { LanguageProvider } from '../../../src/ui/text/language'
import { ThemeProvider } from '../../../src/ui/theme'
import '../../../src/ui/styles/tokens.css'
import '../../../src/ui/styles/components.css'
import '../../../src/ui/styles/app.css'
import { benchForm } from './benchForm'

/*
 * The product's form screen over its real, encrypted book, on a page of its own. In the product the book is open before a form
 * is; here it is opened half a second after the first questions, as if the rest of the app had brought it, and what is typed waits for it.
 */

declare global { interface Window { __sent?: string } }

const BEGUN = 'bench-begun'
const id = '01938b2f-7f00-7000-8000-000000000001'
const now = (): number => Date.now()
const isNew = recall(BEGUN) === null
keep(BEGUN, 'yes')
const openBook = (): Promise<Ledger> => import('./book').then((store) => store.openBook())
const book = isNew ? afterFirstQuestion().then(openBook) : openBook()
const blank: Draft = { id, commune: '22813', head: { kind: 'labour', hamlet: '', household: null, person: null }, form: benchForm.key, base: 0, answers: {}, reasons: {}, savedAt: new Date(now()).toISOString() }

const ledger = {
  communes: [],
  context: () => null,
  cards: () => [],
  card: () => undefined,
  subscribe: () => () => {},
  saveDraft: async (draft) => (await book).saveDraft(draft),
  submit: async (input) => {
    const submitted = await (await book).submit(input)
    if (submitted.ok) window.__sent = JSON.stringify(input.answers)
    return submitted
  },
} satisfies Partial<Ledger>

const idle: SyncState = { phase: 'idle', waiting: 0, sent: 0, toSend: 0, received: 0, remaining: null, trouble: null, photoTrouble: null, replica: 'same', rescued: 0, lastSuccessAt: null, clockSkewMs: null, bytes: { up: 0, down: 0 } }
const sync = { state: () => idle, subscribe: () => () => {}, run: async () => idle } satisfies Partial<SyncControl>
const services = { holder: { userId: id, role: 'officer' }, ledger, now, sync } as unknown as Services
const outside = { platform: { registerBackgroundSync: async () => {}, keepVersion: () => () => {} } } as unknown as Outside
const begun = isNew ? blank : ((await (await book).findDraft(id)) ?? blank)

function afterFirstQuestion(): Promise<unknown> {
  return new Promise((done) => setTimeout(done, 500))
}

const place = document.getElementById('app')
if (!place) throw new Error('page — no element #app')
createRoot(place).render(
  <LanguageProvider>
    <ThemeProvider>
      <OutsideContext value={outside}>
        <ServicesContext value={services}>
          <Router hook={useHashLocation}>
            <ToastProvider><FormScreen form={benchForm} draft={begun} begun={null} record={null} back="/" after="/" onElsewhere={() => {}} /></ToastProvider>
          </Router>
        </ServicesContext>
      </OutsideContext>
    </ThemeProvider>
  </LanguageProvider>,
)
