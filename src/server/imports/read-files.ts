/** Files of people, whatever their kind, as arrivals: forms one by one, sheets as wholes. */
import { extname } from 'node:path'
import type { Arrivals } from '#domain/arrivals.ts'
import type { FileFinding } from '#domain/import.ts'
import { type Problem, ProblemError } from '#domain/problem.ts'
import { personOf, readFormFiles, readSheet } from '#exchange/index.ts'

/** A file as it lies, and what the person called it. */
export interface GivenFile {
  readonly path: string
  readonly label: string
}

/** What one step of the reading gave. */
export interface Reading extends Arrivals {
  readonly findings: readonly FileFinding[]
}

const sheets = new Set(['.xls', '.xlsx', '.xlsm', '.xlsb', '.et', '.ods', '.csv', '.tsv'])
const pictures = new Set(['.pic', '.jpg', '.jpeg', '.png'])

const extensionOf = (label: string): string => extname(label.trimEnd()).toLowerCase()
const stemOf = (label: string): string => label.slice(0, label.length - extname(label).length).toLowerCase()

/**
 * Reads files in their order; a picture beside a form of its name, among all that were given, belongs to that form. A
 * file that cannot be read is a finding and does not stop the others.
 * @example for await (const { people } of readGivenFiles([{ path: '/inbox/张三.lrmx', label: '张三.lrmx' }])) …
 */
export async function* readGivenFiles(
  files: readonly GivenFile[],
  beside: readonly GivenFile[] = files,
): AsyncGenerator<Reading> {
  const formStems = new Set(beside.flatMap(({ label }) => (pictures.has(extensionOf(label)) ? [] : [stemOf(label)])))
  for (const file of files) {
    const extension = extensionOf(file.label)
    if (pictures.has(extension) && formStems.has(stemOf(file.label))) continue
    try {
      if (sheets.has(extension)) yield await readOneSheet(file)
      else yield* readForms(file)
    } catch (cause) {
      if (!(cause instanceof ProblemError)) throw cause
      yield { people: [], units: [], findings: asFindings(cause.problems, []) }
    }
  }
}

async function* readForms({ path, label }: GivenFile): AsyncGenerator<Reading> {
  for await (const { form, place, problems, notices } of readFormFiles(path, label)) {
    if (form === undefined) {
      yield { people: [], units: [], findings: asFindings(problems, notices) }
      continue
    }
    const { person, problems: bad, notices: said } = personOf(form, place)
    yield { people: [person], units: [], findings: asFindings([...problems, ...bad], [...notices, ...said]) }
  }
}

async function readOneSheet({ path, label }: GivenFile): Promise<Reading> {
  const { arrivals, problems, notices } = await readSheet(path, label)
  return { ...arrivals, findings: asFindings(problems, notices) }
}

const asFindings = (problems: readonly Problem[], notices: readonly Problem[]): FileFinding[] => [
  ...problems.map((problem) => ({ ...problem, isNotice: false })),
  ...notices.map((problem) => ({ ...problem, isNotice: true })),
]
