/**
 * The one file that a place keeps beside the national rules:
 *
 *   parameters:                                   stricter numbers
 *     - { rule: …, name: …, value: …, from: 2027-01-01, document: …, by: …, on: 2026-12-20 }
 *   confirmations:                                rules whose text was seen here
 *     - { rule: …, document: …, by: …, on: 2026-12-20 }
 *   instrument: { id: …, name: { zh: …, en: … }, in_force: { from: 2027-01-01 } }
 *   rules: [ … ]                                  rules of its own, in the language of the rule files
 */
import { readFileSync } from 'node:fs'
import type { DateCode } from '#domain/calendar.ts'
import type { AddedRules, Overlay, ParameterChange, RuleConfirmation } from '#domain/overlay.ts'
import { ProblemError } from '#domain/problem.ts'
import { readParameter } from './read-rule.ts'
import { dateOf, type Field, fieldsOf, itemsOf, parseSource, placeOf, type Source, stringOf } from './source.ts'

export const overlayFields = ['parameters', 'confirmations', 'instrument', 'rules'] as const

/**
 * Reads an overlay file. Only its form is checked here; whether it may be adopted, `RuleBook.with` checks.
 * @throws ProblemError with file, line, column, what is wrong and how to mend it
 * @example loadRuleBook().with(readOverlayFile('overlay.yaml'))
 */
export function readOverlayFile(path: string): Overlay {
  return parseOverlay(readText(path), path)
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause)
    throw new ProblemError({
      code: 'file-not-readable',
      file: path,
      message: { zh: `本地规则文件读不出：${what}`, en: `the overlay file cannot be read: ${what}` },
      mend: { zh: '写出该文件的路径', en: 'give the path of the file' },
    })
  }
}

export function parseOverlay(text: string, file: string): Overlay {
  const source = parseSource(text, file)
  const what = { zh: '本地规则文件', en: 'the overlay file' }
  const fields = fieldsOf(source, source.document.contents, what, overlayFields)
  const items = (name: string): readonly Field[] =>
    fields.has(name) ? itemsOf(source, fields.get(name), { zh: name, en: name }) : []
  const rules: AddedRules[] = fields.has('rules') ? [{ file, text }] : []
  return {
    parameters: items('parameters').map((node) => readChange(source, node)),
    confirmations: items('confirmations').map((node) => readConfirmation(source, node)),
    rules,
  }
}

function readChange(source: Source, node: Field): ParameterChange {
  const fields = fieldsOf(source, node, { zh: '参数改动', en: 'a change of a parameter' }, [
    'rule',
    'name',
    'value',
    'from',
    'to',
    'document',
    'by',
    'on',
  ])
  return {
    rule: stringOf(source, fields.get('rule') ?? node, { zh: '规则编号 rule', en: 'the id of the rule' }),
    name: stringOf(source, fields.get('name') ?? node, { zh: '参数名 name', en: 'the name of the parameter' }),
    value: readParameter(source, fields.get('value') ?? node),
    from: dayAt(source, fields, 'from') ?? 0,
    ...readGrounds(source, fields),
    ...writtenAt(source, node),
  }
}

function readConfirmation(source: Source, node: Field): RuleConfirmation {
  const what = { zh: '确认', en: 'a confirmation' }
  const fields = fieldsOf(source, node, what, ['rule', 'to', 'document', 'by', 'on'])
  return {
    rule: stringOf(source, fields.get('rule') ?? node, { zh: '规则编号 rule', en: 'the id of the rule' }),
    ...readGrounds(source, fields),
    ...writtenAt(source, node),
  }
}

/** What is not written is empty: a study needs no document. */
function readGrounds(source: Source, fields: ReadonlyMap<string, Field>) {
  const text = (name: string): string =>
    fields.has(name) ? stringOf(source, fields.get(name), { zh: name, en: name }).trim() : ''
  const to = dayAt(source, fields, 'to')
  return {
    document: text('document'),
    by: text('by'),
    on: dayAt(source, fields, 'on') ?? 0,
    ...(to === undefined ? {} : { to }),
  }
}

const dayAt = (source: Source, fields: ReadonlyMap<string, Field>, name: string): DateCode | undefined =>
  fields.has(name) ? dateOf(source, fields.get(name), { zh: name, en: name }) : undefined

function writtenAt(source: Source, node: Field): { written: { file: string; row: number; column: string } } {
  const { line, column } = placeOf(source, node)
  return { written: { file: source.file, row: line, column: String(column) } }
}
