/** What a password must be. The figures are parameters of the place; GB/T 22239 8.1.4.1 asks for complexity and change. */
import type { Text } from '#domain/text.ts'
import type { Account } from './account.ts'
import { strengthOf } from './password-strength.ts'
import type { PasswordRules } from './settings.ts'

export interface PasswordFault {
  readonly code: string
  readonly message: Text
  readonly mend: Text
}

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u] as const

/** What others know of whoever chooses a password. */
export const wordsOf = ({ account, name }: Pick<Account, 'account' | 'name'>): readonly string[] =>
  [account, name.zh, ...name.en.toLowerCase().split(/\s+/)].filter((word) => [...word].length > 1)

/** The first thing that is wrong with a new password; undefined where nothing is. */
export function faultOf(
  password: string,
  { account, name }: Pick<Account, 'account' | 'name'>,
  rules: PasswordRules,
): PasswordFault | undefined {
  const { leastLength, leastKinds, guessesPower } = rules
  if ([...password].length < leastLength) return tooShort(leastLength)
  const found = kinds.filter((kind) => kind.test(password)).length
  if (found < leastKinds) return tooPlain(leastKinds)
  const small = password.toLowerCase()
  const own = wordsOf({ account, name })
  if (own.some((word) => small.includes(word.toLowerCase()))) return holdsName
  return strengthOf(password, own) < guessesPower ? common : undefined
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
  message: { zh: '新口令容易被猜到。', en: 'The new password is easily guessed.' },
  mend: {
    zh: '常用词、拼音、年份、键盘顺序和连续字符都容易猜；用几个不相干的词连起来。',
    en: 'Common words, years, rows of keys and of characters are easy to guess: take a few unrelated words in a row.',
  },
}

export const usedBefore = (remembered: number): PasswordFault => ({
  code: 'password-used',
  message: {
    zh: `新口令与最近 ${remembered} 个口令中的一个相同。`,
    en: `The new password is one of the last ${remembered}.`,
  },
  mend: { zh: '换一个没有用过的。', en: 'Choose one that was not used before.' },
})
