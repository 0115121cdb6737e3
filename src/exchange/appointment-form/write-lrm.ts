import { encode } from 'iconv-lite'
import type { AppointmentForm, FormField } from '#domain/appointment-form.ts'
import {
  lrmEducations,
  lrmFieldCount,
  lrmLeastRelatives,
  lrmPlaces,
  lrmRelatives,
  lrmUnusedName,
} from './lrm-record.ts'
import { plainText, withoutControls } from './markup.ts'

export interface LrmFiles {
  readonly record: Uint8Array
  /** The `.pic` beside it: the bytes of the picture as they are. */
  readonly picture: Uint8Array | undefined
}

/**
 * A form as `.lrm` and `.pic`. GB18030, which is GBK for every character that GBK has and loses none of the others; `@`,
 * `#` and `"` become full-width. The format has no place for the citizen number, the fields of 2025 and unknown elements.
 */
export function writeLrm({ texts, relatives, photo, others }: AppointmentForm): LrmFiles {
  const values = Array.from({ length: lrmFieldCount }, () => '')
  const safe = (field: FormField): string => withoutMarks(texts[field] ?? '')
  for (const [place, field] of lrmPlaces) values[place] = safe(field)
  for (const [place, [level, degree, laterLevel, laterDegree]] of lrmEducations) {
    const part = (field: FormField | undefined): string => (field === undefined ? '' : safe(field))
    values[place] = `${part(level)}#${part(degree)}@${part(laterLevel)}#${part(laterDegree)}`
  }
  const slots = Math.max(lrmLeastRelatives, relatives.length)
  for (const [place, field] of lrmRelatives) {
    values[place] = Array.from({ length: slots }, (_, index) => withoutMarks(relatives[index]?.[field] ?? '')).join('@')
  }
  for (const { element, content } of others) {
    const place = element.startsWith(lrmUnusedName) ? Number(element.slice(lrmUnusedName.length)) : Number.NaN
    if (place in values) values[place] = withoutMarks(plainText(content))
  }
  const record = `"${values.join('","')}"`.replaceAll('\n', '\r\n')
  return { record: encode(record, 'gb18030'), picture: photo?.bytes }
}

const fullWidth: Readonly<Record<string, string>> = { '@': '＠', '#': '＃', '"': '＂' }
const withoutMarks = (text: string): string =>
  withoutControls(text).replace(/[@#"]/g, (mark) => fullWidth[mark] ?? mark)
