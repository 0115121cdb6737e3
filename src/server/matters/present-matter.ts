/** A matter for screens: in a list, and in full. */
import { addDays, type DateCode, formatDate, parseDate } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type {
  MatterActDesign,
  MatterDeadline,
  MatterEvent,
  MatterFacts,
  MatterField,
  MatterRow,
  MatterValue,
} from '#domain/matter.ts'
import { actsOpen, sharedDeeds } from '#domain/matter-course.ts'
import { tableOf } from '#domain/tables.ts'
import { fill, type Text } from '#domain/text.ts'
import { todoRule } from '#manage/index.ts'
import { type Facts, localReader } from '#policy/index.ts'
import type { Account } from '../access/account.ts'
import { presentOfficer, presentPerson, presentSeatOf } from '../cases/present-case.ts'
import type {
  MatterDeadlineShape,
  MatterDetail,
  MatterEventShape,
  MatterFactShape,
  MatterFieldShape,
  MatterSummary,
} from '../contract/index.ts'
import { presentBasis } from '../presenters/evidence.ts'
import { correctableFields } from './correctable.ts'
import { actorsIn, type MatterDesk, type OpenedMatter } from './matter-desk.ts'

/** What a matter is presented with. */
export interface MattersShown {
  readonly facts: Facts
  readonly accounts: readonly Account[]
  readonly today: DateCode
  /** Days before a deadline within which it is due soon. */
  readonly soonDays: number
}

export const shownNow = async (matters: MatterDesk): Promise<MattersShown> => {
  const [facts, book, today] = [await matters.facts(), await matters.book(), matters.today()]
  const soonDays = Number(localReader(book, todoRule, today)('soon_days'))
  return { facts, accounts: matters.accounts, today, soonDays }
}

export const presentMatterDeadline = (
  { id, label, on, basis, who }: MatterDeadline,
  { today, soonDays }: Pick<MattersShown, 'today' | 'soonDays'>,
): MatterDeadlineShape => ({
  id,
  label,
  on: formatDate(on),
  due: on < today ? 'overdue' : on <= addDays(today, soonDays) ? 'soon' : 'later',
  who,
  basis: basis ? presentBasis(basis) : null,
})

export function deadlinesIn({ design, matter }: OpenedMatter, today: DateCode): readonly MatterDeadline[] {
  if (matter.standing === 'withdrawn') return []
  return [...design.deadlines(matter, today)].sort((a, b) => a.on - b.on)
}

export function unitNamed({ facts }: Pick<MattersShown, 'facts'>, unitId: string): string {
  const row = unitRow(facts, unitId)
  return (row === undefined ? undefined : textAt(facts.snapshot.tables.units.columns.name, row)) ?? unitId
}

/** The row of a unit; undefined where it is not on record. */
export function unitRow({ snapshot }: Facts, unitId: string): number | undefined {
  const { codes, values } = snapshot.tables.units.columns.unit_id
  const code = values.indexOf(unitId)
  return code < 0 ? undefined : codes.indexOf(code)
}

export function presentMatter(shown: MattersShown, opened: OpenedMatter): MatterSummary {
  const { matterId, design, matter } = opened
  const { kind, title, subject } = matter.opening
  const person = subject.cadreId === undefined ? undefined : presentPerson(shown, subject.cadreId)
  const [next] = deadlinesIn(opened, shown.today)
  return {
    matterId,
    version: matter.version,
    kind,
    kindLabel: labelOf('matterKind', kind),
    title,
    subject: {
      cadreId: subject.cadreId ?? null,
      name: person?.name ?? null,
      post: person?.post ?? null,
      unitId: subject.unitId ?? null,
      unitName: subject.unitId === undefined ? null : unitNamed(shown, subject.unitId),
    },
    stage: {
      id: matter.stage,
      label: design.stages.find(({ id }) => id === matter.stage)?.label ?? same(matter.stage),
    },
    standing: matter.standing,
    handlers: matter.handlers.map((account) => presentOfficer(shown.accounts, account)),
    openedOn: formatDate(matter.openedOn),
    stageSince: formatDate(matter.stageSince),
    closedOn: matter.closedOn === undefined ? null : formatDate(matter.closedOn),
    next: next ? presentMatterDeadline(next, shown) : null,
  }
}

export function presentMatterDetail(
  shown: MattersShown,
  opened: OpenedMatter,
  account: Account,
): Omit<MatterDetail, 'beside'> {
  const { design, matter, events } = opened
  const at = design.stages.findIndex(({ id }) => id === matter.stage)
  const been = new Set([design.stages[0]?.id, ...stagesEntered(opened)])
  const isOpen = matter.standing === 'open'
  // Of several ends the last is where the course usually leads; the others show once one of them is reached.
  const last = design.stages.length - 1
  return {
    ...presentMatter(shown, opened),
    today: formatDate(shown.today),
    reason: matter.opening.reason,
    origin: matter.opening.origin ?? null,
    stages: design.stages
      .filter(({ id, isEnd }, index) => been.has(id) || (isEnd ? index === at || (isOpen && index === last) : true))
      .map(({ id, label, isEnd }) => ({
        id,
        label,
        state: id === matter.stage ? 'current' : been.has(id) ? 'done' : 'ahead',
        isEnd: isEnd === true,
      })),
    acts: actsShown(opened, account, shown.today),
    facts: presentMatterFacts(shown, allFields(opened), matter.facts),
    deadlines: deadlinesIn(opened, shown.today).map((deadline) => presentMatterDeadline(deadline, shown)),
    timeline: events.map((event) => presentEvent(shown, opened, event, account)),
    actors: [...actorsIn(opened, account)],
    isPrivate: design.privacy === 'handlers',
  }
}

/** Stages that the matter has been in, as far as its acts tell. */
const stagesEntered = ({ design, matter }: OpenedMatter): readonly string[] =>
  matter.deeds.flatMap(({ act }) => {
    const found = design.acts.find(({ id }) => id === act)
    return found
      ? [...found.from.filter(() => found.from.length === 1), ...(typeof found.to === 'string' ? [found.to] : [])]
      : []
  })

/** What may be done at this stage: by this account, and by others, said as what stands in the way of it. */
export function actsShown(opened: OpenedMatter, account: Account, on: DateCode): MatterDetail['acts'] {
  const actors = actorsIn(opened, account)
  if (actors.length === 0) return []
  const offered = actsOpen(opened.design, opened.matter, matterActors, on)
  return offered.map(({ act, hindrance }) => {
    const isMine = act.by.some((actor) => actors.includes(actor))
    const isOfOthers = !isMine && !act.by.includes('person')
    return presentAct(act, isOfOthers ? forOthers(act) : hindrance, !isMine && !isOfOthers, opened.matter.facts)
  })
}

const matterActors = identifiersOf('matterActor')

const forOthers = ({ by }: MatterActDesign): { readonly says: Text; readonly mend: Text } => {
  const who = joined(
    by.map((actor) => labelOf('matterActor', actor)),
    '或者',
    ' or ',
  )
  return { says: fill(isTheirs, { who }), mend: fill(leftToThem, { who }) }
}
const isTheirs: Text = { zh: '由{who}办理。', en: 'For the {who} to do.' }
const leftToThem: Text = { zh: '等{who}办理后再看下一步。', en: 'The {who} acts first.' }

export const presentAct = (
  { id, label, fields, by, isShared, basis, startsFromLast }: MatterActDesign,
  hindrance: { readonly says: Text; readonly mend: Text } | undefined,
  onBehalf: boolean,
  facts: MatterFacts,
): MatterDetail['acts'][number] => ({
  id,
  label,
  fields: fields.map(presentField),
  by: [...by],
  hindrance: hindrance ? { says: hindrance.says, mend: hindrance.mend } : null,
  isShared: isShared === true,
  onBehalf,
  initial: startsFromLast
    ? Object.fromEntries(fields.flatMap(({ name }) => (facts[name] === undefined ? [] : [[name, facts[name]]])))
    : {},
  basis: basis ? presentBasis(basis) : null,
})

function presentField(field: MatterField): MatterFieldShape {
  return { ...plain(field), columns: (field.columns ?? []).map(plain) }
}

const plain = ({ name, label, kind, required, options, help }: MatterField): MatterFieldShape['columns'][number] => ({
  name,
  label,
  kind,
  required: required === true,
  options: [...(options ?? [])],
  help: help ?? null,
})

const allFields = ({ design }: OpenedMatter): readonly MatterField[] => {
  const byName = new Map(design.acts.flatMap(({ fields }) => fields.map((field) => [field.name, field] as const)))
  return [...byName.values()]
}

export function presentMatterFacts(
  shown: MattersShown,
  fields: readonly MatterField[],
  facts: Readonly<Record<string, MatterValue>>,
): MatterFactShape[] {
  return fields.flatMap((field) => {
    const value = facts[field.name]
    return value === undefined || value === ''
      ? []
      : [{ name: field.name, label: field.label, value, shown: shownValue(shown, field, value) }]
  })
}

const same = (text: string): Text => ({ zh: text, en: text })
const yes: Text = { zh: '是', en: 'yes' }
const no: Text = { zh: '否', en: 'no' }

function shownValue(shown: MattersShown, field: MatterField, value: MatterValue): Text {
  const option = (id: string): Text => field.options?.find((each) => each.id === id)?.label ?? same(id)
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'number') return same(String(value))
  if (typeof value === 'string') {
    switch (field.kind) {
      case 'date':
        return same(formatDate(parseDate(value) ?? 0, '.'))
      case 'choice':
        return option(value)
      case 'cadre':
        return same(presentPerson(shown, value).name)
      case 'account':
        return presentOfficer(shown.accounts, value).name
      case 'seat': {
        const { unitName, title } = presentSeatOf(shown, value)
        return same(`${unitName}${title}`)
      }
      case 'unit':
        return same(unitNamed(shown, value))
      default:
        return same(value)
    }
  }
  if (field.kind === 'rows') {
    const rows = value.filter((row): row is MatterRow => typeof row === 'object')
    return joined(
      rows.map((row) => shownRow(shown, field, row)),
      '；',
      '; ',
    )
  }
  return joined(value.filter((each): each is string => typeof each === 'string').map(option), '、', ', ')
}

const shownRow = (shown: MattersShown, { columns }: MatterField, row: MatterRow): Text =>
  joined(
    (columns ?? []).flatMap((column) => {
      const value = row[column.name]
      return value === undefined || value === '' ? [] : [shownValue(shown, column, value)]
    }),
    ' · ',
    ' · ',
  )

const joined = (parts: readonly Text[], zh: string, en: string): Text => ({
  zh: parts.map((part) => part.zh).join(zh),
  en: parts.map((part) => part.en).join(en),
})

const eventLabels: Readonly<Record<string, Text>> = {
  opened: { zh: '立项', en: 'Opened' },
  noted: { zh: '记事', en: 'Noted' },
  'handler-assigned': { zh: '指定经办人', en: 'Handler assigned' },
  'handler-released': { zh: '经办人退出', en: 'Handler released' },
  corrected: { zh: '更正', en: 'Corrected' },
  'effect-undone': { zh: '撤销写入', en: 'Entry in the records undone' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
}

export function presentEvent(
  shown: MattersShown,
  opened: OpenedMatter,
  event: MatterEvent,
  account: Account,
): MatterEventShape {
  const { design, matter, events } = opened
  const act = event.kind === 'acted' ? design.acts.find(({ id }) => id === event.act) : undefined
  const fields = event.kind === 'corrected' ? allFields(opened) : (act?.fields ?? [])
  const told = event.kind === 'acted' || event.kind === 'corrected' ? event.facts : {}
  const effect = event.kind === 'acted' ? (event.effect ?? []) : []
  return {
    seq: event.seq,
    kind: event.kind,
    act: event.kind === 'acted' ? event.act : null,
    label: act?.label ?? eventLabels[event.kind] ?? same(event.kind === 'acted' ? event.act : event.kind),
    on: formatDate(event.on),
    recordedAt: event.recordedAt,
    byName: event.byName,
    asPerson: event.kind === 'acted' && event.asPerson === true,
    isShared: sharedDeeds(design, matter).some(({ seq }) => seq === event.seq),
    facts: presentMatterFacts(shown, fields, told),
    fields: correctableFields(opened, event, shown.accounts, account).map(presentField),
    note: noteOf(shown, event),
    corrected: events.flatMap((later) => (later.kind === 'corrected' && later.event === event.seq ? [later.seq] : [])),
    letter: act?.letter ?? null,
    effect: effect.map(
      ({ table, after }) =>
        `${table}/${tableOf(table)
          .key.map((field) => after[field])
          .join('/')}`,
    ),
    undone: effect.length > 0 && !matter.effects.some(({ event: seq }) => seq === event.seq),
  }
}

function noteOf({ accounts }: MattersShown, event: MatterEvent): string | null {
  switch (event.kind) {
    case 'opened':
      return event.opening.reason
    case 'noted':
      return event.note
    case 'handler-assigned':
      return presentOfficer(accounts, event.account).name.zh
    case 'handler-released':
      return `${presentOfficer(accounts, event.account).name.zh}：${event.reason}`
    case 'corrected':
    case 'effect-undone':
    case 'withdrawn':
      return event.reason
    default:
      return null
  }
}
