/** Taking a person out of texts that say something else as well. */

/** How a person is written in the records. */
export interface Traces {
  readonly cadreId: string
  readonly name: string
  readonly citizenNumber: string | undefined
  /** Names of others that hold this name: 王明 is in 王明华. They stay. */
  readonly longerNames: readonly string[]
}

/** What stands for a name that was taken out. */
export const erasedName = '已删除人员'

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** A value as it stands in JSON and in arrays as well. */
const written = (value: string): readonly string[] => [
  ...new Set([value, JSON.stringify(value).slice(1, -1), value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')]),
]

/** Everything that a text may hold of the person, for a first, coarse look. */
export const needlesOf = ({ cadreId, name, citizenNumber }: Traces): readonly string[] => [
  ...written(cadreId),
  ...written(name),
  ...(citizenNumber === undefined ? [] : written(citizenNumber)),
]

/** What lies sealed says nothing as it stands, though a short id may be in it by chance. */
const sealedPattern = 'sealed:1:[0-9]+:[a-z_.]+:[A-Za-z0-9_-]*:[A-Za-z0-9_-]{16}:[A-Za-z0-9_-]+'

const idPattern = (cadreId: string): string =>
  written(cadreId)
    .map((one) => `(?<![A-Za-z0-9_-])${escaped(one)}(?![A-Za-z0-9_-])`)
    .join('|')

/** Does the text name the person beyond doubt: by id or citizen number? */
export function namesSurely({ cadreId, citizenNumber }: Traces): (text: string) => boolean {
  const id = new RegExp(idPattern(cadreId))
  const sealed = new RegExp(sealedPattern, 'g')
  return (text) => id.test(text.replace(sealed, '')) || (citizenNumber !== undefined && text.includes(citizenNumber))
}

/** The text with a pseudonym for the id, and words for the name; names of others that hold it are left alone. */
export function withoutTraces(traces: Traces, pseudonym: string): (text: string) => string {
  const { cadreId, name, citizenNumber, longerNames } = traces
  const numbers = citizenNumber === undefined ? [] : written(citizenNumber)
  const names = new Set(written(name))
  const longer = longerNames.flatMap(written).toSorted((a, b) => b.length - a.length)
  const told = [...longer, ...names, ...numbers].map(escaped)
  const pattern = [sealedPattern, ...told, idPattern(cadreId)].join('|')
  const every = new RegExp(pattern, 'g')
  const kept = new Set(longer)
  return (text) =>
    text.replace(every, (found) => {
      if (kept.has(found) || found.startsWith('sealed:1:')) return found
      if (names.has(found)) return erasedName
      return numbers.includes(found) ? '' : pseudonym
    })
}
