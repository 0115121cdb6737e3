/**
 * The rule book: every instrument under `instruments/` and the local settings under `local/`, read, checked and bound to a
 * day on demand.
 */
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { DateCode } from '#domain/calendar.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { type BoundRule, bindRule, parameterOn } from '../evaluation/bound-rule.ts'
import type { GradeLevels } from '../facts/career.ts'
import { type Facts, readFacts } from '../facts/facts.ts'
import { checkRule } from '../language/check.ts'
import { baseOf, type ReadRule, readDates, readRule, type WrittenRule, writtenRule } from './read-rule.ts'
import { type Instrument, inForce, type Purpose, type Rule } from './rule.ts'
import { readSeatProfile, type SeatProfile } from './seat-profile.ts'
import { fieldsOf, itemsOf, readSource, refuse, type Source, stringOf, textOf } from './source.ts'

export interface RuleBook {
  readonly instruments: readonly Instrument[]
  readonly rules: ReadonlyMap<string, Rule>
  /** Rules of a purpose in force on a day, in the order of instruments and articles. */
  inForce(purpose: Purpose, asOf: DateCode): readonly BoundRule[]
  /** The post level that each grade is equivalent to, on a day. */
  gradeLevels(asOf: DateCode): GradeLevels
  /** What seats without requirements on record ask for; undefined where the local settings do not say. */
  seatProfile(asOf: DateCode): SeatProfile | undefined
}

const root = join(import.meta.dirname, '..')
const standardFolders = [join(root, 'instruments'), join(root, 'local')]

/** Folders that hold an `instrument.yaml`, in name order. */
function instrumentFolders(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
  if (entries.some((entry) => entry.name === 'instrument.yaml')) return [folder]
  const below = entries.filter((entry) => entry.isDirectory() && entry.name !== 'cases').map((entry) => entry.name)
  return below.sort().flatMap((name) => instrumentFolders(join(folder, name)))
}

interface Found {
  readonly instrument: Instrument
  readonly written: readonly WrittenRule[]
}

function readInstrument(folder: string): Found {
  const named = (file: string): Source => readSource(join(folder, file), relative(root, join(folder, file)))
  const source = named('instrument.yaml')
  const fields = fieldsOf(source, source.document.contents, { zh: '文件', en: 'the instrument' }, [
    'id',
    'name',
    'in_force',
    'order',
    'uncovered',
  ])
  const uncovered = fields.has('uncovered')
    ? itemsOf(source, fields.get('uncovered'), { zh: 'uncovered', en: 'uncovered' })
    : []
  const instrument: Instrument = {
    id: stringOf(source, fields.get('id'), { zh: '文件编号 id', en: 'the id of the instrument' }),
    name: textOf(source, fields.get('name'), { zh: '文件名称 name', en: 'the name of the instrument' }),
    ...readDates(source, fields.get('in_force')),
    order: Number(stringOf(source, fields.get('order'), { zh: '先后 order', en: 'the order' })),
    uncovered: uncovered.map((item) => {
      const parts = fieldsOf(source, item, { zh: 'uncovered', en: 'uncovered' }, ['article', 'why'])
      return {
        article: stringOf(source, parts.get('article'), { zh: '条款', en: 'the article' }),
        why: textOf(source, parts.get('why'), { zh: '原因', en: 'the reason' }),
      }
    }),
  }
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== 'instrument.yaml')
  const written = files.sort().flatMap((file) => {
    const rules = named(file)
    const top = fieldsOf(rules, rules.document.contents, { zh: '规则文件', en: 'the rule file' }, ['rules'])
    return itemsOf(rules, top.get('rules'), { zh: 'rules', en: 'rules' }).map((node) =>
      writtenRule(rules, node, instrument),
    )
  })
  return { instrument, written }
}

function refuseTwins(written: readonly WrittenRule[]): void {
  const seen = new Map<string, WrittenRule>()
  for (const rule of written) {
    const twin = seen.get(rule.id)
    if (twin) {
      refuse(
        rule.source,
        rule.node,
        {
          zh: `规则 ${rule.id} 写了两次，另见 ${twin.source.file}`,
          en: `rule ${rule.id} is written twice, also in ${twin.source.file}`,
        },
        { zh: '改其中一个的 id', en: 'give one of them another id' },
      )
    }
    seen.set(rule.id, rule)
  }
}

function readAll(written: readonly WrittenRule[]): ReadRule[] {
  refuseTwins(written)
  const byId = new Map(written.map((rule) => [rule.id, rule]))
  return written.map((rule) => {
    const named = baseOf(rule)
    const base = named === undefined ? undefined : byId.get(named)
    if (named !== undefined && (!base || baseOf(base) !== undefined)) {
      refuse(
        rule.source,
        rule.fields.get('version_of'),
        {
          zh: `version_of 指的 ${named} 不存在，或者它自己也是另一文本`,
          en: `version_of names ${named}, which does not exist or is itself a version of another rule`,
        },
        { zh: '写出条件所在规则的 id', en: 'name the rule that writes the conditions' },
      )
    }
    return readRule(rule, base)
  })
}

/**
 * Reads and checks the rule files.
 * @throws ProblemError with file, line, column, what is wrong and how to mend it.
 * @example loadRuleBook().inForce('appointment', 20261122).length
 */
export function loadRuleBook(options: { readonly folders?: readonly string[] } = {}): RuleBook {
  const found = (options.folders ?? standardFolders)
    .flatMap(instrumentFolders)
    .map(readInstrument)
    .sort((a, b) => a.instrument.order - b.instrument.order)
  const read = readAll(found.flatMap((one) => one.written))
  const rules = new Map(read.map(({ rule }) => [rule.id, rule]))
  for (const { rule, source, places } of read) checkRule(rule, { source, places, rules })
  const bound = new Map<string, readonly BoundRule[]>()
  return {
    instruments: found.map((one) => one.instrument),
    rules,
    inForce(purpose, asOf) {
      const key = `${purpose}/${asOf}`
      const known = bound.get(key)
      if (known) return known
      const chosen = [...rules.values()].filter((rule) => rule.purposes.includes(purpose) && inForce(rule, asOf))
      const made = chosen.map((rule) => bindRule(rule, rules, asOf))
      bound.set(key, made)
      return made
    },
    gradeLevels(asOf) {
      const rule = rules.get('RANK-MIN-EQUIV')
      return ((rule && parameterOn(rule, 'levels', asOf)) ?? {}) as GradeLevels
    },
    seatProfile(asOf) {
      const rule = rules.get('LOCAL-SEAT-PROFILE')
      return rule && readSeatProfile(rule, asOf)
    },
  }
}

const remembered = new WeakMap<RuleBook, WeakMap<Snapshot, Facts>>()

/** The facts of a snapshot as a rule book reads them; computed once for both, and shared by all who ask. */
export function factsFor(snapshot: Snapshot, book: RuleBook): Facts {
  const bySnapshot = remembered.get(book) ?? new WeakMap<Snapshot, Facts>()
  remembered.set(book, bySnapshot)
  const known = bySnapshot.get(snapshot)
  if (known) return known
  const facts = readFacts(snapshot, book.gradeLevels(snapshot.asOf))
  bySnapshot.set(snapshot, facts)
  return facts
}
