/** What a password must be. The figures are parameters of the place; GB/T 22239 8.1.4.1 asks for complexity and change. */
import type { Text } from '#domain/text.ts'
import type { Account } from './account.ts'
import { commonWords } from './common-words.ts'
import type { PasswordRules } from './settings.ts'

export interface PasswordFault {
  readonly code: string
  readonly message: Text
  readonly mend: Text
}

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u] as const

/** Letters alone, in small: `P@ssw0rd-2026` is `password`. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replaceAll('0', 'o')
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replaceAll('1', 'i')
    .replaceAll('3', 'e')
    .replace(/[^\p{L}]/gu, '')

/** `aaaa…`, `abcd…`, `1234…`, `4321…`: three quarters of its steps are the same. */
function isRun(text: string): boolean {
  const codes = [...text.toLowerCase()].map((letter) => letter.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  return [-1, 0, 1].some((step) => steps.filter((each) => each === step).length >= steps.length * 0.75)
}

/** The first thing that is wrong with a new password; undefined where nothing is. */
export function faultOf(
  password: string,
  { account, name }: Pick<Account, 'account' | 'name'>,
  rules: PasswordRules,
): PasswordFault | undefined {
  const { leastLength, leastKinds } = rules
  if ([...password].length < leastLength) return tooShort(leastLength)
  const found = kinds.filter((kind) => kind.test(password)).length
  if (found < leastKinds) return tooPlain(leastKinds)
  const small = password.toLowerCase()
  const own = [account, name.zh, ...name.en.toLowerCase().split(/\s+/)].filter((word) => [...word].length > 1)
  if (own.some((word) => small.includes(word.toLowerCase()))) return holdsName
  const letters = bare(password)
  if (isRun(password) || commonWords.has(letters) || commonWords.has(small)) return common
  return undefined
}

const tooShort = (least: number): PasswordFault => ({
  code: 'password-short',
  message: { zh: `新口令不足 ${least} 个字符。`, en: `The new password has fewer than ${least} characters.` },
  mend: { zh: '可以用几个不相干的词连起来。', en: 'A few unrelated words in a row will do.' },
})

const tooPlain = (least: number): PasswordFault => ({
  code: 'password-plain',
  message: {
    zh: `新口令的字符不足 ${least} 类。`,
    en: `The new password uses fewer than ${least} kinds of characters.`,
  },
  mend: {
    zh: '大写字母、小写字母、数字、其他字符各算一类。',
    en: 'Capitals, small letters, figures and others are a kind each.',
  },
})

const holdsName: PasswordFault = {
  code: 'password-name',
  message: { zh: '新口令里有账号或者姓名。', en: 'The new password holds the account or the name.' },
  mend: { zh: '换一个与自己无关的。', en: 'Choose one that has nothing to do with you.' },
}

const common: PasswordFault = {
  code: 'password-common',
  message: { zh: '新口令太常见，容易被猜到。', en: 'The new password is a common one and easily guessed.' },
  mend: { zh: '换一个不是常用词、不是连续字符的。', en: 'Choose one that is no common word and no row of characters.' },
}

export const usedBefore = (remembered: number): PasswordFault => ({
  code: 'password-used',
  message: {
    zh: `新口令与最近 ${remembered} 个口令中的一个相同。`,
    en: `The new password is one of the last ${remembered}.`,
  },
  mend: { zh: '换一个没有用过的。', en: 'Choose one that was not used before.' },
})
