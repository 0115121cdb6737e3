import type { FormField, FormOther, FormRelative } from '#domain/appointment-form.ts'
import {
  lrmEducations,
  lrmFieldCount,
  lrmPlaces,
  lrmRelatives,
  lrmUnusedFrom,
  lrmUnusedName,
  lrmUnusedTo,
} from './lrm-record.ts'
import { escaped } from './markup.ts'
import { type FormReading, refused } from './reading.ts'

/** A form has some ten relatives; a file of very many more holds something else. As .lrmx it would have too many tags. */
const mostRelatives = 1000

/** The form in the text of an `.lrm`. Its photo lies beside it. */
export function readLrm(text: string, file: string): FormReading {
  const record = /^\s*"([\s\S]*)"\s*$/.exec(text)?.[1]
  const values = record?.replace(/\r\n?/g, '\n').split('","') ?? []
  if (values.length !== lrmFieldCount) return refused(file, 'lrm-fields', { count: countOf(text) })

  const relatives = relativesOf(values)
  if (relatives.length > mostRelatives) return refused(file, 'form-not-a-form', { kind: otherRecord })
  const texts: Partial<Record<FormField, string>> = {}
  const put = (field: FormField, value: string): void => {
    const kept = field === 'resume' ? value.trimEnd() : value.trim()
    if (kept !== '') texts[field] = kept
  }
  for (const [place, field] of lrmPlaces) put(field, values[place] ?? '')
  for (const [place, fields] of lrmEducations) {
    const parts = (values[place] ?? '').split('@').flatMap((mode) => [...mode.split('#'), ''].slice(0, 2))
    for (const [index, field] of fields.entries()) put(field, parts[index] ?? '')
  }
  return {
    form: { texts, relatives, photo: undefined, others: othersOf(values) },
    problems: [],
    notices: [],
  }
}

const otherRecord = { zh: '其他内容的 .lrm 文件', en: 'an .lrm file of other content' }

const countOf = (text: string): number => text.split('","').length

function relativesOf(values: readonly string[]): readonly FormRelative[] {
  const columns = lrmRelatives.map(([place, field]) => [field, (values[place] ?? '').split('@')] as const)
  const count = Math.max(...columns.map(([, parts]) => parts.length))
  const relatives: FormRelative[] = []
  for (let index = 0; index < count; index += 1) {
    const relative = { relation: '', name: '', bornOn: '', politics: '', post: '' }
    for (const [field, parts] of columns) relative[field] = parts[index]?.trim() ?? ''
    if (Object.values(relative).join('') !== '') relatives.push(relative)
  }
  return relatives
}

function othersOf(values: readonly string[]): readonly FormOther[] {
  return values
    .slice(lrmUnusedFrom, lrmUnusedTo + 1)
    .map((value, index) => ({ element: `${lrmUnusedName}${lrmUnusedFrom + index}`, content: escaped(value.trim()) }))
    .filter(({ content }) => content !== '')
}
