import { differingPart } from '../../domain/identity/differingPart'

/** A value, with the part underlined that differs from the other value. */
export function Beside({ text, other }: { readonly text: string; readonly other: string }) {
  const { before, part, after } = differingPart(text, other)
  return <bdi>{before}{part && <u className="dif">{part}</u>}{after}</bdi>
}
