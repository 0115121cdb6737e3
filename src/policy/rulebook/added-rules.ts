/** Rules that a place adds, in the language of the rule files. */
import type { AddedRules } from '#domain/overlay.ts'
import { ProblemError } from '#domain/problem.ts'
import { checkRule } from '../language/check.ts'
import { refuseExpansion } from './aliases.ts'
import { overlayFields } from './overlay-file.ts'
import { readInstrument, readRules, writtenRules } from './read-instruments.ts'
import type { ReadRule, WrittenRule } from './read-rule.ts'
import type { Instrument, Rule } from './rule.ts'
import { rulesById, type Shelf } from './shelf.ts'
import { type Field, fieldsOf, parseSource, refuse, type Source } from './source.ts'

/** Whose rules they are where a study does not say. */
const trial: Omit<Instrument, 'order'> = {
  id: 'trial',
  name: { zh: '试算规则', en: 'Rules on trial' },
  from: 0,
  to: undefined,
  uncovered: [],
  local: true,
}

/**
 * The shelf with the rules of one text. Their instrument must be the place's own; in a study it may be left out, and a
 * rule with a known id takes its place.
 */
export function withAddedRules(shelf: Shelf, added: AddedRules, study: boolean): Shelf {
  const source = parseSource(added.text, added.file)
  refuseExpansion(source)
  const top = fieldsOf(source, source.document.contents, { zh: '规则文件', en: 'the rule file' }, overlayFields)
  const instrument = instrumentOf(shelf, source, top.get('instrument'), study)
  const written = writtenRules(source, top.get('rules'), instrument)
  const ids = new Set(written.map(({ id }) => id))
  const kept = study ? shelf.rules.filter(({ rule }) => !ids.has(rule.id)) : shelf.rules
  const read = readRules(written, kept).map((one) => ended(one, added.to))
  const rules = [...kept, ...read].sort((a, b) => a.rule.instrument.order - b.rule.instrument.order)
  const byId = rulesById(rules)
  for (const { rule, places } of read) checkRule(rule, { source, places, rules: byId })
  if (kept.length < shelf.rules.length) checkKept(kept, byId, written, source)
  const known = shelf.instruments.includes(instrument)
  return { instruments: known ? shelf.instruments : [...shelf.instruments, instrument], rules }
}

/** The other rules must be readable with those that took the place of some. */
function checkKept(
  kept: readonly ReadRule[],
  rules: ReadonlyMap<string, Rule>,
  replacing: readonly WrittenRule[],
  source: Source,
): void {
  for (const { rule, written, places } of kept) {
    try {
      checkRule(rule, { source: written.source, places, rules })
    } catch (cause) {
      if (!(cause instanceof ProblemError)) throw cause
      const [problem] = cause.problems
      const ids = replacing.map(({ id }) => id).join('、')
      refuse(
        source,
        replacing[0]?.node,
        {
          zh: `替换 ${ids} 以后，规则 ${rule.id} 读不通：${problem?.message.zh}`,
          en: `with ${ids} replaced, rule ${rule.id} cannot be read: ${problem?.message.en}`,
        },
        problem?.mend ?? { zh: '', en: '' },
      )
    }
  }
}

/** Several texts of a place may share its instrument; that of somebody else may not be used. */
function instrumentOf(shelf: Shelf, source: Source, node: Field, study: boolean): Instrument {
  const order = 1 + Math.max(0, ...shelf.instruments.map((one) => one.order))
  const own = node === undefined && study ? { ...trial, order } : readInstrument(source, node, { order, local: true })
  const namesake = shelf.instruments.find(({ id }) => id === own.id)
  if (!namesake) return own
  if (namesake.local && namesake.name.zh === own.name.zh) return namesake
  return refuse(
    source,
    node,
    {
      zh: `编号 ${own.id} 已是《${namesake.name.zh}》的编号`,
      en: `the id ${own.id} is that of ${namesake.name.en}`,
    },
    { zh: '给本地文件另取一个编号', en: 'give the instrument of the place another id' },
  )
}

function ended(read: ReadRule, to: AddedRules['to']): ReadRule {
  const { rule } = read
  if (to === undefined || (rule.to !== undefined && rule.to <= to)) return read
  return { ...read, rule: { ...rule, to } }
}
