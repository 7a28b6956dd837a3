import type { ComponentProps } from 'react'
import { useController, type Control, type FieldPath } from 'react-hook-form'
import { TextField } from '../parts/fields/TextField'

type FormTextFieldProps<T extends Readonly<Record<string, string>>> = Omit<ComponentProps<typeof TextField>, 'value' | 'onChange' | 'inputRef' | 'name'> & {
  readonly control: Control<T>
  readonly name: FieldPath<T>
  /** What is wrong with the text, in words; `true` = nothing. */
  readonly check: (text: string) => string | true
}

/** A line of text in a dialog of the desk: checked when it is sent, put right as it is typed. `error` is what the server said of it. */
export function FormTextField<T extends Readonly<Record<string, string>>>({ control, name, check, error, ...rest }: FormTextFieldProps<T>) {
  const { field, fieldState } = useController({ control, name, rules: { validate: (text) => check(String(text)) } })
  return (
    <TextField
      {...rest} name={field.name} value={field.value} onChange={field.onChange} onBlur={field.onBlur} inputRef={field.ref} autoComplete="off"
      error={fieldState.error?.message ?? error}
    />
  )
}
