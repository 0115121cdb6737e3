/** Every kind of matter under acts that anybody tries on any day. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type DateCode, formatDate, parseDate } from '#domain/calendar.ts'
import type {
  ActContext,
  MatterActor,
  MatterDesign,
  MatterEvent,
  MatterFacts,
  MatterField,
  MatterValue,
} from '#domain/matter.ts'
import { actRefusal, actsOpen, correctionRefusal, replayMatter, sharedDeeds } from '#domain/matter-course.ts'
import { loadRuleBook } from '#policy/index.ts'
import { designsOn } from './designs.ts'

const opened: DateCode = 20250310
const designs = [...designsOn(loadRuleBook(), 20261122).values()]
const actors: readonly MatterActor[] = ['handler', 'head', 'person']

/** A value that a field takes; days lie about the day of the act. */
function valueOf(field: MatterField, on: DateCode): fc.Arbitrary<MatterValue> {
  const ids = (field.options ?? []).map(({ id }) => id)
  switch (field.kind) {
    case 'date':
      return fc.integer({ min: -20, max: 20 }).map((days) => formatDate(addDays(on, days)))
    case 'number':
      return fc.integer({ min: -1, max: 4 })
    case 'boolean':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...ids)
    case 'choices':
      return fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 })
    case 'rows':
      return fc.array(factsOf(field.columns ?? [], on) as fc.Arbitrary<Record<string, string>>, {
        minLength: 1,
        maxLength: 2,
      })
    default:
      return fc.constantFrom('有据', '县委组织部', 'C1')
  }
}

const factsOf = (fields: readonly MatterField[], on: DateCode): fc.Arbitrary<MatterFacts> =>
  fc.record(Object.fromEntries(fields.map((field) => [field.name, valueOf(field, on)])), {
    requiredKeys: fields.flatMap(({ name, required }) => (required ? [name] : [])),
  }) as fc.Arbitrary<MatterFacts>

const stamp = (seq: number, on: DateCode) => ({ seq, by: 'officer', byName: '林', recordedAt: '', on })

const opening = ({ kind }: MatterDesign): MatterEvent => ({
  ...stamp(1, opened),
  kind: 'opened',
  opening: {
    kind,
    title: '事项',
    subject: { cadreId: 'C1', unitId: 'U1' },
    handlers: ['officer'],
    reason: '理由',
    origin: { source: 'supervision/E1', says: { zh: '问题', en: 'Finding' } },
  },
})

/** Up to sixty attempts, mostly at what may be done at the stage; the events of those that are let through. */
const courses = (design: MatterDesign): fc.Arbitrary<MatterEvent[]> =>
  fc.tuple(fc.gen(), fc.integer({ min: 5, max: 60 })).map(([gen, count]) => {
    const events: MatterEvent[] = [opening(design)]
    let today = opened
    for (let tried = 0; tried < count; tried += 1) {
      const matter = replayMatter(design, events)
      const here = design.acts.filter(({ from }) => from.includes(matter.stage))
      const likely = here.length > 0 && gen(fc.nat, 9) > 0 ? here : design.acts
      const act = gen(() => fc.constantFrom(...likely))
      const on = addDays(today, gen(fc.constantFrom, -30, 0, 1, 10, 40, 400))
      const by = gen(() => fc.subarray([...actors], { minLength: 1 }))
      const facts = gen(() => factsOf(act.fields, on))
      const context: ActContext = { matter, facts, on }
      if (actRefusal(design, context, act.id, by)) continue
      const effect = (act.effect?.(context) ?? []).map(({ table, row }) => ({ table, after: row }))
      const asPerson = by.includes('person')
      events.push({ ...stamp(events.length + 1, on), kind: 'acted', act: act.id, facts, asPerson, effect })
      today = Math.max(today, on)
    }
    return events
  })

describe.each(designs.map((design) => [design.kind, design] as const))('%s', (_, design) => {
  const stages = new Map(design.stages.map((stage) => [stage.id, stage]))

  test('is made of stages and acts that fit each other', () => {
    for (const { id, from, to, by, fields, sharedBy } of design.acts) {
      expect(
        from.every((stage) => stages.has(stage)),
        id,
      ).toBe(true)
      expect(typeof to === 'string' ? stages.has(to) : true, id).toBe(true)
      expect(new Set(fields.map(({ name }) => name)).size, id).toBe(fields.length)
      expect(sharedBy === undefined || design.acts.some((act) => act.id === sharedBy), id).toBe(true)
      expect(by.length > 0 || id === 'prefill', id).toBe(true)
      for (const { name, kind, options, columns } of fields) {
        if (kind === 'choice' || kind === 'choices') expect(options?.length, name).toBeGreaterThan(1)
        expect(options?.every(({ label }) => label.zh.trim() !== '' && !/undefined|《》/.test(label.zh)) ?? true).toBe(
          true,
        )
        expect((columns ?? []).every((column) => column.kind !== 'rows')).toBe(true)
      }
    }
  })

  test('stays within its stages; its deadlines are days under names of their own; the past is not rewritten', () => {
    fc.assert(
      fc.property(courses(design), (events) => {
        for (let length = 1; length <= events.length; length += 1) {
          const matter = replayMatter(design, events.slice(0, length))
          const stage = stages.get(matter.stage)
          expect(stage).toBeDefined()
          expect(matter.standing).toBe(stage?.isEnd ? 'closed' : 'open')
          expect([matter.version, matter.deeds.length]).toEqual([length, length - 1])
          const due = design.deadlines(matter, 20261122)
          expect(new Set(due.map(({ id }) => id)).size).toBe(due.length)
          for (const { id, on } of due) expect([id, parseDate(formatDate(on))]).toEqual([id, on])
          expect(design.deadlines(matter, 20261122)).toEqual(due)
          expect(sharedDeeds(design, matter).every(({ seq }) => seq <= length)).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('every stage that is no end is left for one, by somebody, in time', () => {
    const reached = new Map<string, Set<string>>()
    fc.assert(
      fc.property(courses(design), (events) => {
        for (let length = 2; length <= events.length; length += 1) {
          const [from, to] = [length - 1, length].map((end) => replayMatter(design, events.slice(0, end)).stage)
          reached.set(from ?? '', (reached.get(from ?? '') ?? new Set()).add(to ?? ''))
        }
      }),
      { numRuns: 400, seed: 7 },
    )
    const leads = (stage: string, seen: ReadonlySet<string> = new Set()): boolean =>
      stages.get(stage)?.isEnd === true ||
      [...(reached.get(stage) ?? [])].some((next) => !seen.has(next) && leads(next, new Set([...seen, stage])))
    for (const { id } of design.stages.filter(({ isEnd }) => !isEnd)) expect([id, leads(id)]).toEqual([id, true])
  })

  test('asks for what is required, and for those whose act it is', () => {
    fc.assert(
      fc.property(courses(design), fc.constantFrom(...design.acts), fc.gen(), (events, act, gen) => {
        const matter = replayMatter(design, events)
        const on = addDays(matter.stageSince, 500)
        const facts = gen(() => factsOf(act.fields, on))
        const context: ActContext = { matter, facts, on }
        const officers = actors.filter((actor) => actor !== 'person')
        const isOpen = act.from.includes(matter.stage)
        if (isOpen && act.by.every((actor) => actor === 'person') && act.by.length > 0)
          expect(actRefusal(design, context, act.id, officers)?.code).toBe('matter-act-not-yours')
        if (isOpen && !act.by.includes('person'))
          expect(actRefusal(design, context, act.id, ['person'])?.code).toBe('matter-act-not-yours')
        if (!isOpen) expect(actRefusal(design, context, act.id, actors)?.code).toBe('matter-act-not-now')
        if (isOpen && act.by.length > 0)
          for (const { name } of act.fields.filter(({ required }) => required))
            for (const empty of [undefined, '', []])
              expect(
                actRefusal(design, { ...context, facts: { ...facts, [name]: empty } as MatterFacts }, act.id, actors),
              ).toMatchObject({ code: 'matter-field-missing', field: name })
        for (const { hindrance } of actsOpen(design, matter, actors, context.on))
          expect(hindrance === undefined || hindrance.says.zh !== '').toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('is corrected without being decided anew', () => {
    fc.assert(
      fc.property(courses(design), fc.gen(), (events, gen) => {
        fc.pre(events.length > 1)
        const event = events[gen(fc.integer, { min: 1, max: events.length - 1 })]
        const act = design.acts.find(({ id }) => event?.kind === 'acted' && id === event.act)
        if (!event || !act) return
        const facts = gen(() => factsOf(act.fields, event.on))
        if (correctionRefusal(design, events, event.seq, facts)) return
        const corrected: MatterEvent = {
          ...stamp(events.length + 1, event.on),
          kind: 'corrected',
          event: event.seq,
          facts,
          reason: '笔误',
        }
        const [before, after] = [events, [...events, corrected]].map((all) => replayMatter(design, all))
        expect([after?.stage, after?.standing, after?.effects]).toEqual([
          before?.stage,
          before?.standing,
          before?.effects,
        ])
        expect(after?.deeds.map(({ seq }) => seq)).toEqual(before?.deeds.map(({ seq }) => seq))
      }),
      { numRuns: 60 },
    )
  })
})
