/** What happened in a case, event by event, in words. */
import { replay, titleOfStage } from '#appoint/procedure/index.ts'
import { formatDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { CaseEvent, SelectionCase } from '#domain/selection-case.ts'
import { fill, type Text } from '#domain/text.ts'
import type { CaseDetail } from '../contract/index.ts'
import { presentFact } from './present-facts.ts'
import { type GateReader, presentItem } from './present-gate.ts'

type Entry = CaseDetail['timeline'][number]

export interface Names {
  readonly person: (cadreId: string) => string
  readonly account: (account: string) => string
}

export function presentTimeline(events: readonly CaseEvent[], reader: GateReader, names: Names): Entry[] {
  return events.map((event, index) => ({
    seq: event.seq,
    kind: event.kind,
    on: formatDate(event.on),
    recordedAt: event.recordedAt,
    byName: event.byName,
    says: saying(event, reader.selection, names),
    reason: reasonOf(event) ?? null,
    cadreId: 'cadreId' in event ? (event.cadreId ?? null) : null,
    facts: factsIn(event),
    gate: gateIn(event, events.slice(0, index), reader),
    corrected: correctedSince(event, events, reader.selection),
  }))
}

/** Later events that corrected it; of a gate, those that corrected what it had rested on. */
function correctedSince(
  { kind, seq }: CaseEvent,
  events: readonly CaseEvent[],
  { corrected }: SelectionCase,
): number[] {
  if (kind !== 'advanced' && kind !== 'closed') return [...(corrected.get(seq) ?? [])]
  return events.flatMap((one) => (one.kind === 'corrected' && one.event < seq && one.seq > seq ? [one.seq] : []))
}

const factsIn = (event: CaseEvent): Entry['facts'] =>
  event.kind === 'facts-recorded' || event.kind === 'corrected'
    ? Object.entries(event.facts).map(([name, value]) => presentFact(name, value, event.seq))
    : []

/** As it stood then, with what had been answered or passed by then. */
function gateIn(event: CaseEvent, before: readonly CaseEvent[], reader: GateReader): Entry['gate'] {
  if ((event.kind !== 'advanced' && event.kind !== 'closed') || event.gate.length === 0) return []
  const then = { ...reader, selection: replay(before) }
  return event.gate.map((one) => ({ ...presentItem(then, one), mayOverride: false, whyNot: null }))
}

function reasonOf(event: CaseEvent): string | undefined {
  if (event.kind === 'opened') return event.opening.reason
  if (event.kind === 'answered') return event.note
  return 'reason' in event ? event.reason : undefined
}

const both = (text: string): Text => ({ zh: text, en: text })

function saying(event: CaseEvent, { opening }: SelectionCase, names: Names): Text {
  const stage = (name: Parameters<typeof titleOfStage>[1]): Text => titleOfStage(opening.kind, name)
  const whose = 'cadreId' in event && event.cadreId !== undefined ? names.person(event.cadreId) : ''
  const about = whose === '' ? { zh: '', en: '' } : { zh: `（${whose}）`, en: ` (${whose})` }
  switch (event.kind) {
    case 'opened':
      return fill({ zh: '立项：{title}', en: 'opened: {title}' }, { title: event.opening.title })
    case 'facts-recorded':
      return fill(
        { zh: '记录{count}项事实{about}{source}', en: '{count} facts recorded{about}{source}' },
        { count: Object.keys(event.facts).length, about, source: sourceOf(event.source) },
      )
    case 'corrected':
      return fill(
        { zh: '更正第{event}笔的记载{about}', en: 'what event {event} recorded is corrected{about}' },
        { event: event.event, about },
      )
    case 'candidate-added':
      return fill({ zh: '{whose}列入人选', en: '{whose} is a candidate' }, { whose })
    case 'candidate-left':
      return fill(
        { zh: '{whose}退出：{why}', en: '{whose} is no longer a candidate: {why}' },
        { whose, why: labelOf('candidateLeaving', event.why) },
      )
    case 'advanced':
      return fill(
        { zh: '由{from}进入{to}', en: 'from {from} to {to}' },
        { from: stage(event.from), to: stage(event.to) },
      )
    case 'returned':
      return fill(
        { zh: '由{from}退回{to}', en: 'returned from {from} to {to}' },
        { from: stage(event.from), to: stage(event.to) },
      )
    case 'overridden':
      return fill(
        {
          zh: '“{rule}”{about}例外批准：{by}，{document}（{on}）',
          en: '"{rule}"{about} passed by exception: {by}, {document} ({on})',
        },
        {
          rule: event.finding.basis.title,
          about,
          by: event.approvedBy,
          document: event.document,
          on: formatDate(event.documentOn),
        },
      )
    case 'answered':
      return fill(
        { zh: '“{rule}”{about}研究答复：{answer}', en: '"{rule}"{about} answered: {answer}' },
        {
          rule: event.finding.basis.title,
          about,
          answer: event.stands ? { zh: '可以继续', en: 'may go on' } : { zh: '不能继续', en: 'may not go on' },
        },
      )
    case 'closed':
      return fill(
        { zh: '办结：{outcome}', en: 'closed: {outcome}' },
        { outcome: labelOf('caseOutcome', event.outcome) },
      )
    case 'handler-assigned':
      return fill({ zh: '{who}为经办人', en: '{who} handles the case' }, { who: names.account(event.account) })
    case 'handler-released':
      return fill(
        event.recused
          ? { zh: '{who}回避', en: '{who} recused' }
          : { zh: '{who}不再经办', en: '{who} no longer handles it' },
        { who: names.account(event.account) },
      )
    default:
      return labelOf('caseEvent', event.kind)
  }
}

const sourceOf = (source: string | undefined): Text =>
  source === undefined ? both('') : { zh: `，据${source}`, en: `, from ${source}` }
