import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { ProblemError } from '#domain/problem.ts'
import {
  answerOf,
  type Case,
  differences,
  loadRuleBook,
  type RuleBook,
  readCaseFile,
  readCases,
  readOverlayFile,
  standardFolders,
} from '#policy/index.ts'

export interface FailedCase {
  readonly rule: string
  readonly name: string
  readonly file: string
  /** In Chinese, as the tests report them. */
  readonly differences: readonly string[]
}

export interface TestedRules {
  readonly passed: number
  readonly failed: readonly FailedCase[]
}

/**
 * Runs cases: those beside the shipped rules, those of a folder with rules and cases that an office gives, or those of one
 * case file. Rules of an office may cite the shipped ones.
 * @throws ProblemError for a path that is not there or holds no case, and for rule and case files with mistakes
 * @example testRules({ path: 'county-rules' }).failed
 */
export function testRules({
  path,
  overlay,
}: {
  readonly path?: string | undefined
  readonly overlay?: string | undefined
}): TestedRules {
  const cases = path === undefined ? readCases() : casesAt(path)
  const shipped = loadRuleBook({ folders: foldersWith(path) })
  const book = overlay === undefined ? shipped : shipped.with(readOverlayFile(overlay))
  const tested = cases.map((one) => ({ one, differing: differing(one, book) }))
  const failed = tested.filter((test) => test.differing.length > 0)
  return {
    passed: tested.length - failed.length,
    failed: failed.map(({ one: { rule, name, file }, differing }) => ({ rule, name, file, differences: differing })),
  }
}

const differing = (one: Case, book: RuleBook): string[] =>
  book.rules.has(one.rule) ? differences(one, answerOf(one, book)) : [`没有规则 ${one.rule}`]

/** The shipped folders, and that of an office where one is named. */
function foldersWith(path: string | undefined): readonly string[] {
  if (path === undefined || !statSync(path).isDirectory()) return standardFolders
  const isShipped = standardFolders.some((folder) => resolve(path).startsWith(folder))
  return isShipped ? standardFolders : [...standardFolders, path]
}

function casesAt(path: string): Case[] {
  const kind = statSync(path, { throwIfNoEntry: false })
  if (!kind) {
    throw problem(
      path,
      { zh: '没有这个文件或文件夹。', en: 'There is no such file or folder.' },
      {
        zh: '写一个用例文件，或放有规则和 cases 的文件夹。',
        en: 'Name a case file, or a folder with rules and cases.',
      },
    )
  }
  const cases = kind.isFile()
    ? readCaseFile(path)
    : readCases([basename(path) === 'cases' ? resolve(path, '..') : path])
  if (cases.length > 0) return cases
  throw problem(
    path,
    { zh: '这里没有用例。', en: 'There are no cases here.' },
    {
      zh: '用例放在规则旁的 cases 文件夹，如 cases/article-08.yaml。',
      en: 'Cases stand in a folder cases beside the rules, such as cases/article-08.yaml.',
    },
  )
}

const problem = (file: string, message: { zh: string; en: string }, mend: { zh: string; en: string }): ProblemError =>
  new ProblemError({ code: 'no-cases', file, message, mend })
