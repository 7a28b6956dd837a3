import { Fragment, useId, type ReactNode } from 'react'

interface RadioOption<V extends string> {
  readonly value: V
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** What can be pressed beside the option without choosing it. */
  readonly beside?: ReactNode
  /** The option is chosen, and its change is under way. */
  readonly busy?: boolean
}

interface RadioCardsProps<V extends string> {
  readonly legend: ReactNode
  readonly hint?: ReactNode
  readonly options: readonly RadioOption<V>[]
  readonly value: V | null
  readonly onChange: (value: V) => void
  /** Side by side if they fit. */
  readonly row?: boolean
}

/** One of a few options, each a real radio button as wide as the screen. */
export function RadioCards<V extends string>({ legend, hint, options, value, onChange, row = false }: RadioCardsProps<V>) {
  const name = useId()
  return (
    <fieldset className="f">
      <legend className="f-l">{legend}</legend>
      {hint && <span className="f-h">{hint}</span>}
      <div className={`opts${row ? ' row2' : ''}`}>
        {options.map((option) => (
          <Fragment key={option.value}>
            <label className="opt">
              <input type="radio" name={name} checked={option.value === value} aria-busy={option.busy || undefined} onChange={() => onChange(option.value)} />
              <span>{option.label}{option.hint && <small>{option.hint}</small>}</span>
            </label>
            {option.beside && <div>{option.beside}</div>}
          </Fragment>
        ))}
      </div>
    </fieldset>
  )
}
