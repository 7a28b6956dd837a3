/** Answers a question made of the browser's own controls. `input` = which control to use, if the question has several. */
export async function answerNative({ question, field, value, h, input = question.locator('input') }) {
  if (field.kind === 'one' && field.long) return h.select(question.locator('select').first(), value)
  if (field.kind === 'date') return h.date(input, value)
  if (field.kind !== 'one' && field.kind !== 'many') return h.type(input, value)
  for (const v of [value].flat()) await h.tap(question.locator(`label:has(input[value="${v}"])`))
}
