import type { ComponentProps } from 'react'
import { useController, type Control, type FieldPath } from 'react-hook-form'
import { TextField } from '../parts/fields/TextField'

type FormTextFieldProps<T extends Readonly<Record<string, string>>> = Omit<ComponentProps<typeof TextField>, 'value' | 'onChange' | 'inputRef' | 'name'> & {
  readonly control: Control<T>
  readonly name: FieldPath<T>
  /** Words for what is wrong with the text; `true` = nothing. */
  readonly check: (text: string) => string | true
}

/** A text field of a dialog: checked on sending, then again at every keystroke. `error` is the server's complaint about it. */
export function FormTextField<T extends Readonly<Record<string, string>>>({ control, name, check, error, ...rest }: FormTextFieldProps<T>) {
  const { field, fieldState } = useController({ control, name, rules: { validate: (text) => check(String(text)) } })
  return (
    <TextField
      {...rest} name={field.name} value={field.value} onChange={field.onChange} onBlur={field.onBlur} inputRef={field.ref} autoComplete="off"
      error={fieldState.error?.message ?? error}
    />
  )
}
