/** Reads the files of instruments: who made the rules and since when, and every rule with the file it stands in. */
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { baseOf, type ReadRule, readDates, readRule, type WrittenRule, writtenRule } from './read-rule.ts'
import type { Instrument } from './rule.ts'
import { type Field, fieldsOf, itemsOf, readSource, refuse, type Source, stringOf, textOf } from './source.ts'

const root = join(import.meta.dirname, '..')
/** Where the rules, and beside them their cases, stand. */
export const standardFolders: readonly string[] = [join(root, 'instruments'), join(root, 'local')]

const instrumentFields = ['id', 'name', 'in_force', 'order', 'uncovered']

/** An instrument with its rules as written, not yet read. */
export interface WrittenInstrument {
  readonly instrument: Instrument
  readonly written: readonly WrittenRule[]
}

/** The instruments in folders that hold an `instrument.yaml`, in the order in which findings are listed. */
export const readInstruments = (folders: readonly string[]): WrittenInstrument[] =>
  folders
    .flatMap(instrumentFolders)
    .map(readFolder)
    .sort((a, b) => a.instrument.order - b.instrument.order)

function instrumentFolders(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
  if (entries.some((entry) => entry.name === 'instrument.yaml')) return [folder]
  const below = entries.filter((entry) => entry.isDirectory() && entry.name !== 'cases').map((entry) => entry.name)
  return below.sort().flatMap((name) => instrumentFolders(join(folder, name)))
}

function readFolder(folder: string): WrittenInstrument {
  const named = (file: string): Source => readSource(join(folder, file), shown(join(folder, file)))
  const source = named('instrument.yaml')
  const instrument = readInstrument(source, source.document.contents, { local: false })
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== 'instrument.yaml')
  const written = files.sort(byArticle).flatMap((file) => {
    const rules = named(file)
    const top = fieldsOf(rules, rules.document.contents, { zh: '规则文件', en: 'the rule file' }, ['rules'])
    return writtenRules(rules, top.get('rules'), instrument)
  })
  return { instrument, written }
}

/** Files in the order of the articles they are named by; those named otherwise come last. */
function byArticle(a: string, b: string): number {
  const number = (file: string): number => Number(/\d+/.exec(file)?.[0] ?? Number.POSITIVE_INFINITY)
  const [x, y] = [number(a), number(b)]
  return x === y ? (a < b ? -1 : 1) : x - y
}

/** Our own files by their place below this folder, those of others by the path they were given with. */
const shown = (path: string): string => (path.startsWith(root) ? relative(root, path) : path)

/** The fields of an instrument; one that a place writes itself needs no `order`, and comes last. */
export function readInstrument(
  source: Source,
  node: Field,
  { order, local }: { readonly order?: number; readonly local: boolean },
): Instrument {
  const fields = fieldsOf(source, node, { zh: '文件', en: 'the instrument' }, instrumentFields)
  const uncovered = fields.has('uncovered')
    ? itemsOf(source, fields.get('uncovered'), { zh: 'uncovered', en: 'uncovered' })
    : []
  return {
    id: stringOf(source, fields.get('id') ?? node, { zh: '文件编号 id', en: 'the id of the instrument' }),
    name: textOf(source, fields.get('name') ?? node, { zh: '文件名称 name', en: 'the name of the instrument' }),
    ...readDates(source, fields.get('in_force') ?? node),
    order: order ?? Number(stringOf(source, fields.get('order'), { zh: '先后 order', en: 'the order' })),
    local,
    uncovered: uncovered.map((item) => {
      const parts = fieldsOf(source, item, { zh: 'uncovered', en: 'uncovered' }, ['article', 'why'])
      return {
        article: stringOf(source, parts.get('article'), { zh: '条款', en: 'the article' }),
        why: textOf(source, parts.get('why'), { zh: '原因', en: 'the reason' }),
      }
    }),
  }
}

export const writtenRules = (source: Source, node: Field, instrument: Instrument): WrittenRule[] =>
  itemsOf(source, node, { zh: 'rules', en: 'rules' }).map((item) => writtenRule(source, item, instrument))

/** Reads rules that may be versions of one another, or of those `beside` them; no id may stand twice. */
export function readRules(written: readonly WrittenRule[], beside: readonly ReadRule[] = []): ReadRule[] {
  refuseTwins([...beside.map((one) => one.written), ...written])
  const byId = new Map([...beside.map((one) => one.written), ...written].map((rule) => [rule.id, rule]))
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
