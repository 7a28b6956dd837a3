import { asxh1 } from '../../domain/forms/definitions/asxh/asxh1'
import { household1 } from '../../domain/forms/definitions/household/household1'
import { labour1 } from '../../domain/forms/definitions/labour/labour1'
import { person1 } from '../../domain/forms/definitions/person/person1'

/*
 * What both sides know before the first letter of a body: the members of messages and the questions of forms in their order, and
 * frequent words of messages. It is PART OF THE FORMAT: with another list, older bodies cannot be read. So any change of it, including
 * a new form here, needs another `FORMAT`. Forms that are missing here cost little: they are spelt once in each body.
 */

export interface Known {
  /** Keys in the order in which objects have them. */
  readonly shapes: readonly (readonly string[])[]
  readonly words: readonly string[]
  readonly letters: string
}

const messages = [
  'protocol device commune run epoch ops pull context', 'cursor maxBytes amends', 'epoch scope seq begun',
  'type counter record base at head form patch reasons', 'kind hamlet household person', 'field text',
  'protocol epoch last outcomes page context scope', 'counter outcome receipt', 'kind version fields reason findings',
  'reset records amended cursor done remaining digest', 'reset records cursor done remaining digest',
  'commune id kind form hamlet household person answers version status round notes submission changes holds warnings reasons reviewedBy reviewedAt',
  'form version status round notes submission changes holds warnings reasons reviewedBy reviewedAt id from own patch',
  'by device run at', 'id severity field data', 'id field value reason by at', 'field from to', 'field text by at', 'missing',
  'hash commune hamlets people settings extensions', 'code name province provinceCode', 'id code name labourTarget asxhTarget', 'id name role', 'minAge autoLockMinutes',
].map((keys) => keys.split(' '))

const forms = [household1, person1, labour1, asxh1].map(({ groups }) => groups.flatMap(({ fields }) => fields))

export const knownWords: Known = {
  shapes: [...messages, ...forms],
  words: [
    'submit', 'accept', 'return', 'resolve', 'household', 'person', 'labour', 'asxh', 'household@1', 'person@1', 'labour@1', 'asxh@1',
    'accepted', 'merged', 'held', 'refused', 'live', 'submitted', 'returned', 'overlap', 'locked', 'warning', 'error', 'dontKnow', 'refused', 'noneYet',
    '0', '1', '2', '3', '4', '5', '01', '02', '03',
  ],
  letters: ' 0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_.,:/@àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĐ',
}
