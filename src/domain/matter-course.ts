/** The course of a matter: what its events make of it, what may be done next, and what a recorded value must be. */
import { type DateCode, isMonthOnly, parseDate } from './calendar.ts'
import type {
  ActContext,
  Matter,
  MatterActDesign,
  MatterActor,
  MatterDeed,
  MatterDesign,
  MatterEvent,
  MatterFacts,
  MatterField,
  MatterHindrance,
  MatterRow,
  MatterValue,
} from './matter.ts'
import { invariant } from './problem.ts'
import { fill, type Text } from './text.ts'

/**
 * The matter that the events make. The first is `opened`; acts that the design no longer has leave the stage as it is.
 * @example replayMatter(design, events).stage // 'verification'
 */
export function replayMatter(design: MatterDesign, events: readonly MatterEvent[]): Matter {
  const [first] = events
  invariant(first?.kind === 'opened', 'a matter begins with its opening')
  let matter: Matter = {
    opening: first.opening,
    openedOn: first.on,
    version: first.seq,
    stage: design.stages[0]?.id ?? '',
    stageSince: first.on,
    standing: 'open',
    closedOn: undefined,
    handlers: first.opening.handlers,
    deeds: [],
    facts: {},
    effects: [],
  }
  for (const event of events.slice(1)) matter = { ...after(design, matter, event), version: event.seq }
  return matter
}

function after(design: MatterDesign, matter: Matter, event: MatterEvent): Matter {
  switch (event.kind) {
    case 'acted':
      return afterAct(design, matter, event)
    case 'handler-assigned':
      return { ...matter, handlers: [...new Set([...matter.handlers, event.account])] }
    case 'handler-released':
      return { ...matter, handlers: matter.handlers.filter((account) => account !== event.account) }
    case 'corrected':
      return afterCorrection(matter, event.event, event.facts)
    case 'effect-undone':
      return { ...matter, effects: matter.effects.filter(({ event: seq }) => seq !== event.event) }
    case 'withdrawn':
      return { ...matter, standing: 'withdrawn', closedOn: event.on, effects: [] }
    default:
      return matter
  }
}

function afterAct(design: MatterDesign, matter: Matter, event: MatterEvent & { kind: 'acted' }): Matter {
  const act = design.acts.find(({ id }) => id === event.act)
  const stage = act ? stageAfter(act, { matter, facts: event.facts, on: event.on }) : matter.stage
  const isEnd = design.stages.find(({ id }) => id === stage)?.isEnd === true
  const deed: MatterDeed = {
    seq: event.seq,
    act: event.act,
    on: event.on,
    byName: event.byName,
    facts: event.facts,
    asPerson: event.asPerson === true,
  }
  return {
    ...matter,
    stage,
    stageSince: stage === matter.stage ? matter.stageSince : event.on,
    standing: isEnd ? 'closed' : 'open',
    closedOn: isEnd ? (matter.closedOn ?? event.on) : undefined,
    deeds: [...matter.deeds, deed],
    facts: { ...matter.facts, ...event.facts },
    effects: event.effect?.length ? [...matter.effects, { event: event.seq, rows: event.effect }] : matter.effects,
  }
}

const stageAfter = ({ to }: MatterActDesign, context: ActContext): string =>
  to === undefined ? context.matter.stage : typeof to === 'function' ? to(context) : to

function afterCorrection(matter: Matter, seq: number, facts: MatterFacts): Matter {
  const deeds = matter.deeds.map((deed) => (deed.seq === seq ? { ...deed, facts: { ...deed.facts, ...facts } } : deed))
  return { ...matter, deeds, facts: Object.assign({}, ...deeds.map((deed) => deed.facts)) as MatterFacts }
}

/** The last deed of an act; undefined where it was not done. */
export const lastDeed = (matter: Pick<Matter, 'deeds'>, act: string): MatterDeed | undefined =>
  matter.deeds.findLast((deed) => deed.act === act)

/** What the cadre sees of a matter: deeds that the design shares, and always his or her own. */
export function sharedDeeds(design: MatterDesign, { deeds }: Pick<Matter, 'deeds'>): readonly MatterDeed[] {
  const byId = new Map(design.acts.map((act) => [act.id, act]))
  return deeds.filter((deed, at) => {
    const act = byId.get(deed.act)
    if (deed.asPerson) return true
    if (!act?.isShared || act.sharedBy === undefined) return act?.isShared === true
    const next = deeds.slice(at + 1).find(({ act: id }) => id === deed.act || id === act.sharedBy)
    return next?.act === act.sharedBy
  })
}

/** A recorded day; undefined where it is not recorded. */
export const dayIn = (facts: MatterFacts, name: string): DateCode | undefined =>
  typeof facts[name] === 'string' ? parseDate(facts[name]) : undefined

export const textIn = (facts: MatterFacts, name: string): string | undefined =>
  typeof facts[name] === 'string' ? facts[name] : undefined

export const rowsIn = (facts: MatterFacts, name: string): readonly MatterRow[] => {
  const value = facts[name]
  return Array.isArray(value) ? value.filter((each): each is MatterRow => typeof each === 'object') : []
}

/** The acts that somebody may do now, each with what stands in its way. */
export function actsOpen(
  design: MatterDesign,
  matter: Matter,
  actors: readonly MatterActor[],
  on: DateCode,
): readonly { readonly act: MatterActDesign; readonly hindrance: MatterHindrance | undefined }[] {
  if (matter.standing === 'withdrawn') return []
  return design.acts
    .filter(({ from, by }) => from.includes(matter.stage) && by.some((actor) => actors.includes(actor)))
    .filter(({ isOffered }) => isOffered?.({ matter, facts: {}, on }) !== false)
    .map((act) => ({ act, hindrance: act.hindrance?.({ matter, facts: {}, on }) }))
}

/** Why an act cannot be done with these facts; undefined where it can. */
export function actRefusal(
  design: MatterDesign,
  context: ActContext,
  actId: string,
  actors: readonly MatterActor[],
): MatterHindrance | undefined {
  const { matter, facts } = context
  const act = design.acts.find(({ id }) => id === actId)
  if (!act || matter.standing === 'withdrawn') return hindrance('matter-act-unknown', notNow, seeWhatMay)
  if (!act.from.includes(matter.stage))
    return hindrance('matter-act-not-now', fill(notAtStage, { act: act.label }), seeWhatMay)
  if (!act.by.some((actor) => actors.includes(actor)))
    return hindrance('matter-act-not-yours', fill(notYours, { act: act.label }), askThem)
  if (context.on < latestDay(matter)) return hindrance('matter-day-before', dayBefore, trueDay)
  return fieldRefusal(act.fields, facts) ?? act.hindrance?.(context)
}

/**
 * Why an act that was done cannot be corrected to these facts; undefined where it can. A correction mends what was written: it
 * must pass where the act passed, lead where it led, and write as many rows of facts. What is decided otherwise is another act.
 */
export function correctionRefusal(
  design: MatterDesign,
  events: readonly MatterEvent[],
  seq: number,
  facts: MatterFacts,
): MatterHindrance | undefined {
  const event = events.find((one) => one.seq === seq)
  const act = event?.kind === 'acted' ? design.acts.find(({ id }) => id === event.act) : undefined
  const deed = replayMatter(design, events).deeds.find((one) => one.seq === seq)
  if (!act || !deed) return hindrance('matter-event-unknown', noSuchDeed, seeCourse)
  const isBefore = (one: MatterEvent): boolean => one.seq < seq || (one.kind === 'corrected' && one.event < seq)
  const matter = replayMatter(design, events.filter(isBefore))
  const before: ActContext = { matter, facts: deed.facts, on: deed.on }
  const after: ActContext = { ...before, facts: { ...deed.facts, ...facts } }
  const refusal = fieldRefusal(act.fields, after.facts) ?? act.hindrance?.(after)
  if (refusal) return refusal
  const rows = (context: ActContext): number => act.effect?.(context).length ?? 0
  const isSame = stageAfter(act, after) === stageAfter(act, before) && rows(after) === rows(before)
  return isSame ? undefined : hindrance('matter-decided-otherwise', decidedOtherwise, actAnew)
}

const latestDay = (matter: Matter): DateCode => Math.max(matter.openedOn, matter.stageSince)

/** The first field that is missing, unknown or of the wrong kind. */
export function fieldRefusal(fields: readonly MatterField[], facts: MatterFacts): MatterHindrance | undefined {
  for (const field of fields) {
    const value = facts[field.name]
    const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    const refusal = isEmpty
      ? field.required
        ? fieldHindrance(field, 'missing')
        : undefined
      : valueRefusal(field, value)
    if (refusal) return refusal
  }
  const known = new Set(fields.map(({ name }) => name))
  const odd = Object.keys(facts).find((name) => !known.has(name))
  return odd === undefined
    ? undefined
    : hindrance('matter-field-unknown', fill(unknownField, { name: odd }), { zh: '去掉这一项。', en: 'Leave it out.' })
}

function valueRefusal(field: MatterField, value: MatterValue): MatterHindrance | undefined {
  if (field.kind !== 'rows' || !Array.isArray(value))
    return isOfKind(field, value) ? undefined : fieldHindrance(field, 'wrong')
  for (const [at, row] of value.entries()) {
    if (typeof row !== 'object') return fieldHindrance(field, 'wrong')
    const refusal = fieldRefusal(field.columns ?? [], row)
    if (refusal) return { ...refusal, field: `${field.name}/${at}/${refusal.field ?? ''}` }
  }
  return undefined
}

function isOfKind(field: MatterField, value: unknown): boolean {
  const isOption = (id: unknown): boolean => field.options?.some((option) => option.id === id) === true
  switch (field.kind) {
    case 'date':
      return typeof value === 'string' && isDay(value)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'choice':
      return isOption(value)
    case 'choices':
      return Array.isArray(value) && value.every(isOption)
    case 'rows':
      return false
    default:
      return typeof value === 'string'
  }
}

/** The month alone is no day on which something happened or falls due. */
function isDay(text: string): boolean {
  const date = parseDate(text)
  return date !== undefined && !isMonthOnly(date)
}

const hindrance = (code: string, says: Text, mend: Text): MatterHindrance => ({ code, says, mend })

const fieldHindrance = ({ name, label }: MatterField, fault: 'missing' | 'wrong'): MatterHindrance => ({
  code: `matter-field-${fault}`,
  says: fill(fault === 'missing' ? missing : wrong, { field: label }),
  mend: fill(fillIn, { field: label }),
  field: name,
})

const notNow: Text = { zh: '这个事项没有这一步，或者已经撤回。', en: 'The matter has no such act, or was withdrawn.' }
const notAtStage: Text = {
  zh: '事项现在的环节不能办理“{act}”。',
  en: '“{act}” cannot be done at the present stage of the matter.',
}
const seeWhatMay: Text = { zh: '按页面列出的下一步办理。', en: 'Choose among the acts that the page lists.' }
const notYours: Text = { zh: '“{act}”不由这个账号办理。', en: '“{act}” is not for this account to do.' }
const askThem: Text = { zh: '由经办人、部领导或者本人分别办理。', en: 'The handler, the head or the cadre does it.' }
const dayBefore: Text = {
  zh: '发生日期早于进入当前环节的日期。',
  en: 'The day lies before the present stage was entered.',
}
const trueDay: Text = { zh: '写事情实际发生的那一天。', en: 'Give the day on which it happened.' }
const noSuchDeed: Text = { zh: '没有这一笔，或者不能更正。', en: 'There is no such event, or it cannot be corrected.' }
const seeCourse: Text = { zh: '在时间线上选要更正的一笔。', en: 'Choose the event in the course.' }
const decidedOtherwise: Text = {
  zh: '这样改等于另作决定，不是更正。',
  en: 'That would be another decision, not a correction.',
}
const actAnew: Text = {
  zh: '笔误可以更正；要改变结论的，按程序另行办理。',
  en: 'Slips of the pen are corrected; another outcome takes its own procedure.',
}
const missing: Text = { zh: '“{field}”没有填写。', en: '“{field}” is empty.' }
const wrong: Text = { zh: '“{field}”的内容不对。', en: '“{field}” is not as it should be.' }
const fillIn: Text = { zh: '填写“{field}”后再提交。', en: 'Fill in “{field}” and send it again.' }
const unknownField: Text = { zh: '这一步没有“{name}”这一项。', en: 'This act has no field “{name}”.' }
