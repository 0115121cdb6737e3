/** Key seats with names, and what is recorded about one of them in words. */
import { formatDate } from '#domain/calendar.ts'
import type { KeySeatEvent, SeatJudgement } from '#domain/key-seat.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import { fill, type Text } from '#domain/text.ts'
import { countsIn, type KeyColumn, type KeySeat, type KeySeatGround, keyColumns, keyMatrix } from '#manage/index.ts'
import { citationOf, type Facts, type RuleBook } from '#policy/index.ts'
import type { KeySeatDetail, KeySeatPage, KeySeatQuery, KeySeatSummary } from '../contract/index.ts'
import { presentBasis, presentText } from './evidence.ts'
import { nameIn } from './rotation-plan.ts'

export function presentKeySeats(
  facts: Facts,
  seats: readonly KeySeat[],
  { unit, column, offset, limit }: KeySeatQuery,
): KeySeatPage {
  const listed = seats.filter(
    (seat) => (unit === undefined || seat.unitId === unit) && (column === undefined || countsIn(seat, column)),
  )
  return {
    asOf: formatDate(facts.snapshot.asOf),
    columns: keyColumns.map((id) => ({
      id,
      label: labelOfColumn(id),
      total: seats.filter((seat) => countsIn(seat, id)).length,
    })),
    matrix: keyMatrix(seats).map((row) => ({ ...row, counts: [...row.counts] })),
    total: listed.length,
    offset,
    rows: listed.slice(offset, offset + limit).map((seat) => presentKeySeat(facts, seat)),
  }
}

function labelOfColumn(id: KeyColumn): Text {
  if (id === 'power' || id === 'fund' || id === 'resource') return labelOf('keyKind', id)
  if (id === 'public-service' || id === 'fund-allocation' || id === 'works') return labelOf('touchpoint', id)
  return columnLabels[id]
}

const columnLabels = {
  key: { zh: '关键岗位', en: 'Key seats' },
  overdue: { zh: '轮岗已到期', en: 'Rotation overdue' },
  'checks-due': { zh: '规范待检查', en: 'Checks due' },
  'not-judged': { zh: '尚未核定', en: 'Not judged yet' },
} satisfies Record<string, Text>

export function presentKeySeat(facts: Facts, seat: KeySeat): KeySeatSummary {
  const { power, fund, resource } = seat.kinds
  return {
    positionId: seat.positionId,
    title: seat.title,
    unitId: seat.unitId,
    unitName: seat.unitName,
    level: seat.level,
    role: seat.role,
    isKey: seat.isKey ?? null,
    kinds: { power: power ?? null, fund: fund ?? null, resource: resource ?? null },
    touchpoints: seat.touchpoints ? [...seat.touchpoints] : null,
    holders: seat.holders.map(({ cadreId, since }) => ({
      cadreId,
      name: nameIn(facts, cadreId, facts.cadreIndex(cadreId)),
      since: formatDate(since),
    })),
    duties: seat.duties.map(({ cadreId, rule, basis, dueOn, state, reason }) => ({
      cadreId,
      rule,
      basis: presentBasis(basis),
      dueOn: formatDate(dueOn),
      state,
      reason: presentText(reason),
    })),
    steps: seat.steps.length,
    checksDue: seat.checksDue,
    lastCheck: seat.lastCheck === undefined ? null : formatDate(seat.lastCheck),
  }
}

export function presentKeySeatDetail({ facts, recorded }: KeySeatGround, book: RuleBook, seat: KeySeat): KeySeatDetail {
  const history = recorded.get(seat.positionId) ?? []
  return {
    ...presentKeySeat(facts, seat),
    today: formatDate(facts.snapshot.asOf),
    version: seat.standing.version,
    basis: presentBasis(citationOf(book, 'LOCAL-WORK-NORMS')),
    steps: seat.steps.map(({ step, last, dueOn, state }) => ({
      id: step.id,
      touchpoint: step.touchpoint ?? null,
      name: presentText(step.name),
      norm: presentText(step.norm),
      record: presentText(step.record),
      checker: presentText(step.checker),
      everyMonths: step.everyMonths ?? null,
      last: last ? { on: formatDate(last.on), outcome: last.outcome } : null,
      dueOn: dueOn === undefined ? null : formatDate(dueOn),
      state,
    })),
    covered: seat.steps.filter(({ state }) => state === 'due-within-year' || state === 'later').length,
    events: seat.events.map(({ eventId, on, about, severity, finding }) => ({
      eventId,
      on: formatDate(on),
      about,
      severity: severity ?? null,
      finding: finding ?? null,
    })),
    history: history
      .map((event) => ({
        seq: event.seq,
        kind: event.kind,
        on: formatDate(event.on),
        byName: event.byName,
        recordedAt: event.recordedAt,
        says: saysOf(event, seat, history),
        reason: 'reason' in event ? event.reason : event.note,
        outcome: event.kind === 'checked' ? event.outcome : null,
        canUndo: mayBeUndone(event, seat),
      }))
      .reverse(),
  }
}

/** The last standing judgement, and every step and check that stands. */
const mayBeUndone = ({ seq }: KeySeatEvent, { standing }: KeySeat): boolean =>
  standing.judged?.seq === seq || [...standing.steps, ...standing.checks].some((one) => one.seq === seq)

function saysOf(event: KeySeatEvent, seat: KeySeat, history: readonly KeySeatEvent[]): Text {
  switch (event.kind) {
    case 'judged':
      return judgementText(event.judgement)
    case 'step-added':
      return fill(words.added, { step: event.step.name })
    case 'checked':
      return fill(words.checked, {
        step: stepName(event.step, seat, history),
        outcome: labelOf('checkOutcome', event.outcome),
        checker: event.checker,
        evidence: event.evidence === '' ? '' : fill(words.evidence, { evidence: event.evidence }),
      })
    default:
      return fill(words[event.kind], { event: event.event })
  }
}

function stepName(id: string, { steps }: KeySeat, history: readonly KeySeatEvent[]): Text | string {
  const known = steps.find(({ step }) => step.id === id)
  if (known) return known.step.name
  const ended = history.find((event) => event.kind === 'step-added' && `own-${event.seq}` === id)
  return ended?.kind === 'step-added' ? ended.step.name : id
}

/** @example judgementText({ power: true, fund: false, resource: null, touchpoints: [] }).zh // '权力集中：是；资金密集：否；…' */
function judgementText({ touchpoints, ...kinds }: SeatJudgement): Text {
  const parts = identifiersOf('keyKind').map((kind) =>
    fill(words.flag, { kind: labelOf('keyKind', kind), answer: answers[String(kinds[kind]) as keyof typeof answers] }),
  )
  const labels = touchpoints?.map((one) => labelOf('touchpoint', one)) ?? []
  const touched: Text =
    touchpoints === null
      ? answers.null
      : labels.length === 0
        ? words.none
        : { zh: labels.map(({ zh }) => zh).join('、'), en: labels.map(({ en }) => en).join(', ') }
  const said = [...parts, fill(words.touch, { touched })]
  return { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') }
}

const answers = {
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
  null: { zh: '未定', en: 'open' },
} satisfies Record<string, Text>

const words = {
  flag: { zh: '{kind}：{answer}', en: '{kind}: {answer}' },
  touch: { zh: '环节：{touched}', en: 'Touchpoints: {touched}' },
  none: { zh: '不涉及', en: 'none' },
  added: { zh: '增加一步：{step}', en: 'Step added: {step}' },
  checked: {
    zh: '检查“{step}”：{outcome}（{checker}）{evidence}',
    en: 'Check of "{step}": {outcome} ({checker}) {evidence}',
  },
  evidence: { zh: '，凭据：{evidence}', en: 'Evidence: {evidence}' },
  'judgement-undone': { zh: '撤销第 {event} 条核定', en: 'Judgement {event} taken back' },
  'step-ended': { zh: '停用第 {event} 条增加的一步', en: 'Step of record {event} ended' },
  'check-withdrawn': { zh: '撤销第 {event} 条检查', en: 'Check {event} taken back' },
} satisfies Record<string, Text>
