/** A YAML file whose every value knows its line and column, so that a mistake can be pointed at. */
import { readFileSync } from 'node:fs'
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLMap,
} from 'yaml'
import { type DateCode, parseDate } from '#domain/calendar.ts'
import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'

export interface Source {
  /** Path shown in problems, relative to the rule folder. */
  readonly file: string
  readonly text: string
  readonly document: Document.Parsed
  readonly lines: LineCounter
}

export type Field = Node | null | undefined

export const readSource = (path: string, file: string): Source => parseSource(readFileSync(path, 'utf8'), file)

export function parseSource(text: string, file: string): Source {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const source = { file, text, document, lines }
  const [error] = document.errors
  if (error) {
    const place = lines.linePos(error.pos[0])
    throw new ProblemError({
      code: 'rule-file-syntax',
      file,
      row: place.line,
      column: String(place.col),
      message: {
        zh: `规则文件不是有效的 YAML：${error.code}`,
        en: `the rule file is not valid YAML: ${error.message}`,
      },
      mend: { zh: '检查该行的缩进、引号和括号', en: 'check indentation, quotes and brackets on that line' },
    })
  }
  return source
}

export function placeOf(source: Source, node: Field): { line: number; column: number } {
  const place = source.lines.linePos(node?.range?.[0] ?? 0)
  return { line: place.line, column: place.col }
}

/** Stops the reading of a rule file at a node: what is wrong there, and how to mend it. */
export function refuse(source: Source, node: Field, message: Text, mend: Text): never {
  const place = placeOf(source, node)
  throw new ProblemError({
    code: 'rule-file',
    file: source.file,
    row: place.line,
    column: String(place.column),
    message,
    mend,
  })
}

/** What a node says: an alias stands for the node it names. */
export const resolved = (source: Source, node: Field): Field => (isAlias(node) ? node.resolve(source.document) : node)

export function mapAt(source: Source, node: Field, what: Text): YAMLMap {
  const map = resolved(source, node)
  if (isMap(map)) return map
  return refuse(
    source,
    node,
    { zh: `${what.zh}应为键值结构`, en: `${what.en} must be a map` },
    { zh: '写成“键: 值”', en: 'write it as key: value pairs' },
  )
}

/** A field of a map; keys that the map may not have are refused, with those it may have. */
export function fieldsOf(
  source: Source,
  node: Field,
  what: Text,
  allowed: readonly string[],
): ReadonlyMap<string, Field> {
  const map = mapAt(source, node, what)
  const fields = new Map<string, Field>()
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : ''
    if (!allowed.includes(name)) {
      refuse(
        source,
        key as Node,
        { zh: `${what.zh}没有“${name}”这一项`, en: `${what.en} has no "${name}"` },
        { zh: `可用：${allowed.join('、')}`, en: `it may have: ${allowed.join(', ')}` },
      )
    }
    fields.set(name, value as Field)
  }
  return fields
}

export function itemsOf(source: Source, node: Field, what: Text): readonly Field[] {
  const list = resolved(source, node)
  if (isSeq(list)) return list.items as readonly Field[]
  return refuse(
    source,
    node,
    { zh: `${what.zh}应为列表`, en: `${what.en} must be a list` },
    { zh: '用 [ ] 或“- ”开头的行', en: 'use [ ] or lines that begin with "- "' },
  )
}

export function scalarOf(source: Source, node: Field, what: Text): string | number | boolean {
  const scalar = resolved(source, node)
  const value = isScalar(scalar) ? scalar.value : undefined
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return refuse(
    source,
    node,
    { zh: `缺少${what.zh}`, en: `${what.en} is missing` },
    { zh: '补上一个值', en: 'give it a value' },
  )
}

export const stringOf = (source: Source, node: Field, what: Text): string => String(scalarOf(source, node, what))

export function dateOf(source: Source, node: Field, what: Text): DateCode {
  const date = parseDate(stringOf(source, node, what))
  if (date !== undefined) return date
  return refuse(
    source,
    node,
    { zh: `${what.zh}不是日期`, en: `${what.en} is not a date` },
    { zh: '写成 2019-03-03', en: 'write it as 2019-03-03' },
  )
}

export function oneOf<T extends string>(source: Source, node: Field, what: Text, allowed: readonly T[]): T {
  const value = stringOf(source, node, what)
  const found = allowed.find((item) => item === value)
  if (found !== undefined) return found
  return refuse(
    source,
    node,
    { zh: `${what.zh}不能是“${value}”`, en: `${what.en} cannot be "${value}"` },
    { zh: `可用：${allowed.join('、')}`, en: `one of: ${allowed.join(', ')}` },
  )
}

/** A text in both languages. */
export function textOf(source: Source, node: Field, what: Text): Text {
  const fields = fieldsOf(source, node, what, ['zh', 'en'])
  return {
    zh: stringOf(source, fields.get('zh') ?? node, { zh: `${what.zh}的中文`, en: `the Chinese of ${what.en}` }),
    en: stringOf(source, fields.get('en') ?? node, { zh: `${what.zh}的英文`, en: `the English of ${what.en}` }),
  }
}
