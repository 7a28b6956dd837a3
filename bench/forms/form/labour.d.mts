/** One question of the bench's questionnaire; `ask` lists what must all hold for it to be asked. */
export interface BenchField {
  readonly key: string
  readonly label: string
  readonly kind: 'text' | 'int' | 'date' | 'one' | 'many'
  readonly options?: readonly (readonly [code: string, label: string])[]
  readonly long?: true
  readonly req?: true
  readonly reqUnless?: string
  readonly rule?: string
  readonly ask?: readonly (readonly [key: string, op: 'is' | 'ge' | 'empty', value?: string | number])[]
}
export const fields: readonly BenchField[]
export const rules: Readonly<Record<string, {
  readonly pattern?: string
  readonly js?: (value: string & readonly string[], answers: Readonly<Record<string, string | undefined>>) => boolean
  readonly msg: string
}>>
