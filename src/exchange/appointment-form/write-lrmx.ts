import type { AppointmentForm, FormOther, FormRelative } from '#domain/appointment-form.ts'
import {
  familyElement,
  formElements,
  itemElement,
  photoElement,
  relativeElements,
  relativesBefore,
  versionElement,
  writtenVersion,
} from './elements.ts'
import { escaped } from './markup.ts'

/** Elements of 2025, which older editors do not know: written only where they say something. */
const optional = new Set(['retirementMonth', 'formerAgeLimit'])

/**
 * A form as `.lrmx`, as the editor writes it: its order of elements, UTF-8 with a byte order mark, CRLF, two spaces of
 * indent. Unknown elements are written again before the version.
 * @example readForm(writeLrmx(form), 'a.lrmx').form // equal to `form`
 */
export function writeLrmx({ texts, relatives, photo, others }: AppointmentForm): Uint8Array {
  const lines = ['<?xml version="1.0" encoding="utf-8"?>', '<Person>']
  for (const [element, field] of formElements) {
    if (element === relativesBefore) lines.push(...familyLines(relatives))
    const text = texts[field] ?? ''
    if (text !== '' || !optional.has(field)) lines.push(`  ${elementOf(element, escaped(text))}`)
  }
  const picture = photo === undefined ? '' : Buffer.from(photo.bytes).toString('base64')
  const version = others.find(({ element }) => element === versionElement)?.content ?? writtenVersion
  lines.push(`  ${elementOf(photoElement, picture)}`)
  for (const other of others) if (other.element !== versionElement) lines.push(`  ${otherElement(other)}`)
  lines.push(`  ${elementOf(versionElement, version)}`, '</Person>')
  return Buffer.from(`\uFEFF${lines.join('\n').replace(/\r?\n/g, '\r\n')}`)
}

const elementOf = (element: string, content: string): string => `<${element}>${content}</${element}>`

const otherElement = ({ element, attributes, content }: FormOther): string =>
  `<${attributes === undefined ? element : `${element} ${attributes}`}>${content}</${element}>`

function familyLines(relatives: readonly FormRelative[]): readonly string[] {
  const items = relatives.flatMap((relative) => [
    `    <${itemElement}>`,
    ...relativeElements.map(([element, field]) => `      ${elementOf(element, escaped(relative[field]))}`),
    ...(relative.others ?? []).map((other) => `      ${otherElement(other)}`),
    `    </${itemElement}>`,
  ])
  return [`  <${familyElement}>`, ...items, `  </${familyElement}>`]
}
