/** The gate of a case for screens: every finding with what it does here, what it lacks, and what people recorded of it. */
import { answerTo, earliestFor, neverPassed, overrideOf, titleOfStage } from '#appoint/procedure/index.ts'
import { formatDate } from '#domain/calendar.ts'
import { stageOfFact } from '#domain/case-facts.ts'
import { labelOfFact } from '#domain/lexicon/facts.ts'
import type { CaseStamp, GateFinding, SelectionCase } from '#domain/selection-case.ts'
import type { Text } from '#domain/text.ts'
import type { RuleBook } from '#policy/index.ts'
import type { CaseGateShape, GateItem } from '../contract/index.ts'
import { presentDate, presentFinding, presentText } from '../presenters/evidence.ts'
import type { CaseOnDay } from './case-desk.ts'
import { labelOfFactName } from './present-facts.ts'

export function presentGate({ selection, book, to, on, gate }: CaseOnDay, mayOverride: boolean): CaseGateShape {
  const never = neverPassed(book, on)
  const items = gate.map((one) => presentItem({ selection, book, never, mayOverride }, one))
  const count = (effect: GateItem['effect']): number => items.filter((one) => one.effect === effect).length
  return {
    to: to ?? null,
    toTitle: to === undefined ? null : titleOfStage(selection.opening.kind, to),
    on: formatDate(on),
    items,
    open: { blocks: count('blocks'), asks: count('asks'), warns: count('warns') },
    earliest: presentDate(earliestFor(selection, to, book)),
  }
}

export interface GateReader {
  readonly selection: SelectionCase
  readonly book: RuleBook
  readonly never: ReadonlySet<string>
  readonly mayOverride: boolean
}

export function presentItem(reader: GateReader, item: GateFinding): GateItem {
  const { cadreId, family, effect, finding } = item
  const { selection, book } = reader
  const override = overrideOf(selection, item)
  const answer = answerTo(selection, item)
  const whyNot = effect === 'blocks' ? whyNotPassed(reader, finding.rule) : null
  return {
    cadreId: cadreId ?? null,
    family,
    effect,
    finding: presentFinding(finding),
    severity: severityOf(book, finding.rule),
    lacking: finding.missing.map((path) => lackingOf(path, selection, cadreId)),
    mayOverride: effect === 'blocks' && whyNot === null,
    whyNot,
    override: override
      ? {
          ...stampOf(override),
          approvedBy: override.approvedBy,
          document: override.document,
          documentOn: formatDate(override.documentOn),
          reason: override.reason,
        }
      : null,
    answer: answer ? { ...stampOf(answer), stands: answer.stands, note: answer.note } : null,
  }
}

const stampOf = ({ seq, byName, on }: CaseStamp) => ({ event: seq, byName, on: formatDate(on) })

function whyNotPassed({ never, mayOverride }: GateReader, rule: string): Text | null {
  if (never.has(rule))
    return { zh: '这条规则任何人不得批准例外。', en: 'Nobody may grant an exception from this rule.' }
  return mayOverride
    ? null
    : {
        zh: '例外由部领导记明批准人、文号、日期和理由。',
        en: 'An exception is recorded by the head of the department.',
      }
}

function severityOf(book: RuleBook, id: string): GateItem['severity'] {
  const severities = (book.rules.get(id)?.requires ?? []).map(({ severity }) => severity)
  if (severities.includes('bar')) return 'bar'
  return severities.length > 0 && severities.every((one) => one === 'warn') ? 'warn' : 'human'
}

/** What is missing by name, and where it is supplied. */
function lackingOf(path: string, selection: SelectionCase, cadreId: string | undefined): GateItem['lacking'][number] {
  const [table = '', field = ''] = path.split('.')
  if (table === 'workdays') {
    return {
      name: path,
      label: labelOfFact(path),
      how: { zh: '录入国务院办公厅公布的这一年放假调休安排', en: 'enter the holidays announced for that year' },
      link: `/workdays?year=${field}`,
    }
  }
  if (table === 'process') {
    const stage = stageOfFact(field)
    const title = stage && titleOfStage(selection.opening.kind, stage)
    return {
      name: field,
      label: presentText(labelOfFactName(field)),
      how: title
        ? { zh: `在“${title.zh}”环节记录`, en: `record it under "${title.en}"` }
        : { zh: '在事项里记录', en: 'record it in the case' },
      link: null,
    }
  }
  return {
    name: path,
    label: presentText(labelOfFact(path)),
    how: { zh: '在干部或者岗位的记录里补录', en: 'add it to the records of the person or the seat' },
    link: cadreId === undefined ? null : `/cadres/${encodeURIComponent(cadreId)}`,
  }
}
