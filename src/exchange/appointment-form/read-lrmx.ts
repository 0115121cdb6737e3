import type { AppointmentForm, FormField, FormOther, FormPhoto, FormRelative } from '#domain/appointment-form.ts'
import type { Problem } from '#domain/problem.ts'
import { problemOf, quoted } from '../wording/wording.ts'
import { type Child, childrenOf, type Shape, type Stretch, xmlOf } from './children.ts'
import {
  columnOf,
  familyElement,
  formElements,
  itemElement,
  photoElement,
  relativeElements,
  versionElement,
  writtenVersion,
} from './elements.ts'
import { markupOf, plainText } from './markup.ts'
import { photoFromBase64 } from './photo.ts'
import { type FormReading, refused } from './reading.ts'

/** A form has some 40 elements and as many again of relatives; a file of very many more tags is something else. */
const mostTags = 20_000

const nothing: Shape = new Map()
const shapeOf = (elements: readonly (readonly [string, ...unknown[]])[]): [string, Shape][] =>
  elements.map(([element]) => [element.toLowerCase(), nothing])
const [family, item, photo, version] = [familyElement, itemElement, photoElement, versionElement].map((element) =>
  element.toLowerCase(),
) as [string, string, string, string]

const itemShape: Shape = new Map(shapeOf(relativeElements))
const personShape: Shape = new Map([
  ...shapeOf(formElements),
  [family, new Map([[item, itemShape]])],
  // Relatives that lost the element around them.
  [item, itemShape],
  [photo, nothing],
  [version, nothing],
])
/** Names as the form spells them, by which messages name elements. */
const spelling = new Map(
  [...formElements, ...relativeElements]
    .map(([element]) => element)
    .concat(familyElement, itemElement, photoElement, versionElement)
    .map((element) => [element.toLowerCase(), element]),
)
const fieldOf = new Map(formElements.map(([element, field]) => [element.toLowerCase(), field]))
const memberOf = new Map(relativeElements.map(([element, field]) => [element.toLowerCase(), field]))

/** What is gathered while the elements of a form are gone through. */
interface Draft {
  readonly texts: Partial<Record<FormField, string>>
  readonly relatives: FormRelative[]
  readonly others: FormOther[]
  photo: FormPhoto | undefined
  /** Elements whose tags do not pair. */
  readonly repairs: Set<string>
  readonly notices: Problem[]
  /** The known element that came last. */
  last: string
}

/** The form in the text of an `.lrmx`. Elements are matched by name, whatever their order or case. */
export function readLrmx(text: string, file: string): FormReading {
  const { tags, hasDeclaration } = markupOf(text, mostTags)
  if (hasDeclaration) return refused(file, 'form-doctype')
  const persons = tags.filter((tag) => tag.name.toLowerCase() === 'person')
  const roots = persons.filter((tag) => tag.kind !== 'close')
  const [root] = roots
  if (root?.kind !== 'open' || tags.length > mostTags) return refused(file, 'form-not-a-form', { kind: otherXml })
  if (roots.length > 1) return refused(file, 'form-several', { count: roots.length })

  const close = persons.findLast((tag) => tag.kind === 'close')
  const start = root.end
  const end = close?.start ?? text.length
  const inside = tags.filter((tag) => tag.start >= start && tag.end <= end)
  const draft = gathered({ text, start, end, tags: inside }, file)
  if (draft.last === '' && close !== undefined) return refused(file, 'form-not-a-form', { kind: otherXml })
  if (close === undefined && draft.last !== version) return refused(file, 'form-truncated', {}, columnAt(draft.last))
  return { form: formOf(draft), problems: [], notices: [...draft.notices, ...remarksOn(draft, file)] }
}

const otherXml = { zh: '其他内容的 XML 文件', en: 'an XML file of another kind' }

function columnAt(element: string): string {
  const field = fieldOf.get(element)
  if (field !== undefined) return columnOf(field)
  if (element === photo) return `照片（${photoElement}）`
  return element === '' ? '开头' : `家庭主要成员（${familyElement}）`
}

function gathered(body: Stretch, file: string): Draft {
  const draft: Draft = {
    texts: {},
    relatives: [],
    others: [],
    photo: undefined,
    repairs: new Set(),
    notices: [],
    last: '',
  }
  for (const child of childrenOf(body, personShape, personShape)) {
    if (child.kind === 'known') {
      draft.last = child.name
      takeKnown(draft, child, file)
    } else takeUnknown(draft, child)
  }
  return draft
}

function takeUnknown(draft: Draft, child: Exclude<Child, { kind: 'known' }>): void {
  if (child.kind === 'stray') draft.repairs.add(child.name)
  else draft.others.push(child.other)
}

type Known = Extract<Child, { kind: 'known' }>

function takeKnown(draft: Draft, child: Known, file: string): void {
  if (!child.isClosed) draft.repairs.add(child.name)
  const field = fieldOf.get(child.name)
  if (field !== undefined) takeText(draft, field, plainText(xmlOf(child.stretch)), file)
  else if (child.name === item) takeRelative(draft, child)
  else if (child.name === photo) takePhoto(draft, child, file)
  else if (child.name === version) takeVersion(draft, child)
  else {
    for (const relative of childrenOf(child.stretch, personShape.get(family) ?? nothing, personShape)) {
      if (relative.kind === 'known') takeRelative(draft, relative)
      else takeUnknown(draft, relative)
    }
  }
}

/** Line breaks and spaces of the file around a value are not part of it; those before the first line of a résumé are. */
const trimmed = (field: FormField, value: string): string =>
  field === 'resume' ? value.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd() : value.trim()

function takeText(draft: Draft, field: FormField, value: string, file: string): void {
  const text = trimmed(field, value)
  const known = draft.texts[field]
  if (known === undefined) {
    if (text !== '') draft.texts[field] = text
  } else if (text !== '' && text !== known) {
    const values = { value: quoted(known), other: quoted(text) }
    draft.notices.push(problemOf('form-element-twice', { file, column: columnOf(field) }, values))
  }
}

function takeRelative(draft: Draft, child: Known): void {
  if (!child.isClosed) draft.repairs.add(itemElement)
  const relative = { relation: '', name: '', bornOn: '', politics: '', post: '' }
  const others: FormOther[] = []
  for (const member of childrenOf(child.stretch, itemShape, personShape)) {
    const field = member.kind === 'known' ? memberOf.get(member.name) : undefined
    if (member.kind === 'known' && field !== undefined) {
      relative[field] ||= plainText(xmlOf(member.stretch)).trim()
      if (!member.isClosed) draft.repairs.add(member.name)
    } else if (member.kind === 'other') others.push(member.other)
    else if (member.kind === 'stray') draft.repairs.add(member.name)
  }
  if (Object.values(relative).join('') === '' && others.length === 0) return
  draft.relatives.push(others.length === 0 ? relative : { ...relative, others })
}

function takePhoto(draft: Draft, child: Known, file: string): void {
  const text = plainText(xmlOf(child.stretch))
  if (text.trim() === '') return
  const reading = photoFromBase64(text)
  if ('reason' in reading) draft.notices.push(problemOf('photo-left-out', { file }, { reason: reading.reason }))
  else draft.photo ??= reading
}

function takeVersion(draft: Draft, child: Known): void {
  const content = xmlOf(child.stretch).trim()
  if (content !== '' && content !== writtenVersion) draft.others.push({ element: versionElement, content })
}

const formOf = ({ texts, relatives, others, photo }: Draft): AppointmentForm => ({ texts, relatives, photo, others })

function remarksOn({ repairs, others }: Draft, file: string): readonly Problem[] {
  const remarks: Problem[] = []
  if (repairs.size > 0) {
    const names = new Set([...repairs].map((name) => spelling.get(name.toLowerCase()) ?? name))
    const shown = [...names].slice(0, 5).join('、')
    const places = {
      zh: `${shown} 的标签不配对`,
      en: `the tags of ${shown.replaceAll('、', ', ')} do not pair`,
    }
    remarks.push(problemOf('form-repaired', { file }, { places }))
  }
  const kept = others.filter(({ element }) => element !== versionElement)
  if (kept.length > 0) {
    const elements = [...new Set(kept.map(({ element }) => element))].slice(0, 10).join('、')
    remarks.push(problemOf('form-elements-kept', { file }, { elements }))
  }
  return remarks
}
