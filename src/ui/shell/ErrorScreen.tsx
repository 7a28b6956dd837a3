import { Component, type ReactNode } from 'react'
import { useScreenTitle } from '../parts/frame/Bar'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { accountTexts } from '../text/account'
import { useText } from '../text/useText'

interface ErrorScreenProps {
  readonly children: ReactNode
  /** A new value leaves the error and tries again, e.g. the route the person went to. */
  readonly place?: string
}

/** Catches a bug in a screen: says that nothing is lost and offers two ways out. React writes the error to the console. */
export class ErrorScreen extends Component<ErrorScreenProps, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidUpdate(before: ErrorScreenProps) {
    if (this.state.broken && before.place !== this.props.place) this.setState({ broken: false })
  }

  override render() {
    return this.state.broken ? <Broken onHome={this.goHome} /> : this.props.children
  }

  private readonly goHome = (): void => {
    location.hash = '/'
    this.setState({ broken: false })
  }
}

function Broken({ onHome }: { readonly onHome: () => void }) {
  const t = useText(accountTexts).broken
  const heading = useScreenTitle()
  return (
    <div className="app">
      <main className="main gate st4">
        <h1 ref={heading} tabIndex={-1}>{t.title}</h1>
        <div className="box err" role="alert"><Icon name="stop" /><p>{t.safe}</p></div>
        <Button kind="pri" large wide onClick={onHome}>{t.home}</Button>
        <Button wide large onClick={() => location.reload()}>{t.reload}</Button>
      </main>
    </div>
  )
}
