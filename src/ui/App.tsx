import './styles/tokens.css'
import './styles/components.css'
import './styles/app.css'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { Gate } from './account/Gate'
import { OutsideContext, type Outside } from './outside'
import { ErrorScreen } from './shell/ErrorScreen'
import { LanguageProvider } from './text/language'
import { ThemeProvider } from './theme'

/** The whole app. Its props are all it knows of the outside. They are made in `main.tsx` and never change while the app runs. */
export function App(outside: Outside) {
  return (
    <LanguageProvider>
      <ThemeProvider>
        <ErrorScreen>
          <OutsideContext value={outside}>
            <Router hook={useHashLocation}>
              <Gate />
            </Router>
          </OutsideContext>
        </ErrorScreen>
      </ThemeProvider>
    </LanguageProvider>
  )
}
