/** What signing in and keeping accounts refuses, and how to go on. */
import type { SignInStep } from '#domain/account.ts'
import { Refusal } from '../http/refusal.ts'
import type { PasswordFault } from './password-policy.ts'

export const wrongPassword = (): Refusal =>
  new Refusal(
    401,
    'wrong-password',
    { zh: '账号或口令不对。', en: 'The account or the password is wrong.' },
    { zh: '核对后再输入；演示账号在启动时列出。', en: 'Check both; the demo accounts are listed at start.' },
  )

export const tooManyAttempts = (seconds: number): Refusal =>
  new Refusal(
    429,
    'too-many-attempts',
    { zh: '口令连续输错多次。', en: 'The password was wrong several times in a row.' },
    { zh: `${seconds} 秒后再试。`, en: `Try again in ${seconds} seconds.` },
  )

export const accountLocked = (minutes: number): Refusal =>
  new Refusal(
    429,
    'account-locked',
    { zh: '这个账号连续输错多次，已锁定。', en: 'The account is locked after many wrong attempts in a row.' },
    {
      zh: `${minutes} 分钟后再试，或者找安全保密员解锁。`,
      en: `Try again in ${minutes} minutes, or ask the security officer to unlock it.`,
    },
  )

export const oneTimeOver = (): Refusal =>
  new Refusal(
    401,
    'one-time-over',
    { zh: '一次性口令已过有效期。', en: 'The one-time password is no longer good.' },
    { zh: '找系统管理员重新发放。', en: 'Ask the system administrator for another.' },
  )

export const wrongCode = (): Refusal =>
  new Refusal(
    422,
    'wrong-code',
    { zh: '验证码不对，或者已经用过。', en: 'The code is wrong, or was used before.' },
    { zh: '等应用换出下一个再输入；也可以用备用码。', en: 'Wait for the next one; a recovery code will do as well.' },
    'code',
  )

export const passkeyRefused = (): Refusal =>
  new Refusal(
    422,
    'passkey-refused',
    { zh: '通行密钥没有通过验证。', en: 'The passkey was not accepted.' },
    {
      zh: '再试一次；这把密钥若已移除，改用口令登录。',
      en: 'Try again; sign in with the password where the key was removed.',
    },
  )

const unfinishedSteps: Readonly<Record<SignInStep, Refusal['mend']>> = {
  'second-factor': { zh: '输入验证码，或者用通行密钥。', en: 'Enter the code, or use a passkey.' },
  password: { zh: '先设置自己的口令。', en: 'Set a password of your own first.' },
  enrol: { zh: '先登记验证器或者通行密钥。', en: 'Enrol an authenticator or a passkey first.' },
}

export const unfinished = (step: SignInStep): Refusal =>
  new Refusal(
    403,
    `sign-in-${step}`,
    { zh: '登录还没有完成。', en: 'Signing in is not finished.' },
    unfinishedSteps[step],
  )

export const staleProof = (): Refusal =>
  new Refusal(
    403,
    'proof-stale',
    { zh: '办理这一项要先验证是本人。', en: 'This asks for a fresh proof that it is you.' },
    { zh: '验证后继续。', en: 'Prove it and go on.' },
  )

export const passwordFault = ({ code, message, mend }: PasswordFault): Refusal =>
  new Refusal(422, code, message, mend, 'next')

export const currentWrong = (): Refusal =>
  new Refusal(
    422,
    'current-wrong',
    { zh: '现在的口令不对。', en: 'The present password is wrong.' },
    { zh: '核对后再输入。', en: 'Check it and enter it again.' },
    'current',
  )

export const noAccount = (account: string): Refusal =>
  new Refusal(
    404,
    'account-unknown',
    { zh: `没有账号 ${account}。`, en: `There is no account ${account}.` },
    { zh: '从账号列表里选取。', en: 'Choose from the list of accounts.' },
  )

export const ownAccount = (): Refusal =>
  new Refusal(
    403,
    'own-account',
    { zh: '不能办理自己的账号。', en: 'Nobody does this to an account of his or her own.' },
    { zh: '由另一人办理。', en: 'Another person does it.' },
  )

export const factorNeeded = (): Refusal =>
  new Refusal(
    422,
    'factor-needed',
    {
      zh: '这个账号必须有第二种鉴别，不能移除最后一种。',
      en: 'The account must have a second factor: the last one stays.',
    },
    { zh: '先登记另一种，再移除这一种。', en: 'Enrol another one first, then remove this one.' },
  )

export const enrolledAlready = (): Refusal =>
  new Refusal(
    409,
    'totp-enrolled',
    { zh: '已经登记过验证器。', en: 'An authenticator is enrolled already.' },
    { zh: '先移除原来的，再登记新的。', en: 'Remove it first, then enrol the new one.' },
  )

export const notEnrolling = (): Refusal =>
  new Refusal(
    409,
    'totp-not-begun',
    { zh: '没有正在登记的验证器。', en: 'No authenticator is being enrolled.' },
    { zh: '重新打开二维码，再输入验证码。', en: 'Open the picture again, then enter the code.' },
  )

export const noSuchPasskey = (): Refusal =>
  new Refusal(
    404,
    'passkey-unknown',
    { zh: '没有这把通行密钥。', en: 'There is no such passkey.' },
    { zh: '刷新后再看。', en: 'Reload and look again.' },
  )

export const noSuchSession = (): Refusal =>
  new Refusal(
    404,
    'session-unknown',
    { zh: '这次登录已经结束。', en: 'This session has ended already.' },
    { zh: '刷新后再看。', en: 'Reload and look again.' },
  )

export const secondFactorNeeded = (): Refusal =>
  new Refusal(
    409,
    'second-factor-needed',
    { zh: '这个账号要用第二种鉴别来验证。', en: 'This account is proved by its second factor.' },
    { zh: '输入验证码，或者用通行密钥。', en: 'Enter the code, or use a passkey.' },
  )
