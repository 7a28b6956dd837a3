import type { ReactElement } from 'react'
import { isMissing } from '../../../domain/forms/answers'
import type { FieldKind } from '../../../domain/forms/form'
import { ChoiceInput } from './ChoiceInput'
import { CodeInput } from './CodeInput'
import { CommuneInput } from './CommuneInput'
import { DateInput } from './DateInput'
import type { InputProps } from './inputProps'
import { LongTextInput } from './LongTextInput'
import { MultiInput } from './MultiInput'
import { NumberInput } from './NumberInput'
import { PhotoInput } from './PhotoInput'
import { RowsInput } from './rows/RowsInput'
import { TextInput } from './TextInput'
import { YesNoInput } from './YesNoInput'

const inputs: Readonly<Record<FieldKind, (props: InputProps) => ReactElement>> = {
  text: TextInput,
  longText: LongTextInput,
  date: DateInput,
  choice: ChoiceInput,
  multi: MultiInput,
  yesNo: YesNoInput,
  integer: NumberInput,
  money: NumberInput,
  personalId: TextInput,
  digits: TextInput,
  phone: TextInput,
  email: TextInput,
  commune: CommuneInput,
  code: CodeInput,
  rows: RowsInput,
  photo: PhotoInput,
  // Read by satellite at the door. Here it can only be emptied, if a reading was refused.
  place: TextInput,
}

/** The input for a field's kind. A missing reason has its own buttons, so the box is empty then. */
export function FieldInput(props: InputProps) {
  const Input = inputs[props.field.kind]
  return <Input {...props} value={isMissing(props.value) ? undefined : props.value} />
}

/** Kinds made of several boxes. They are named by a legend instead of a label. */
export const groupedKinds: ReadonlySet<FieldKind> = new Set<FieldKind>(['choice', 'multi', 'yesNo', 'rows'])
