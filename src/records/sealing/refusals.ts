/** What is said where sealed fields cannot be opened. */
import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'

const refusal = (code: string, message: Text, mend: Text): ProblemError => new ProblemError({ code, message, mend })

export const missingFieldKey = (wanted: string): ProblemError =>
  refusal(
    'field-key-missing',
    {
      zh: `数据库里的身份号码和监督内容用密钥 ${wanted} 加密，而没有给出这把密钥。`,
      en: `Citizen numbers and texts of supervision in this database are sealed with the key ${wanted}, which was not given.`,
    },
    {
      zh: '把密钥文件放回数据文件夹的 keys/fields.key，或用环境变量 ZHIREN_FIELD_KEY 指出它在哪里。',
      en: 'Put the key file back as keys/fields.key in the data folder, or name it in ZHIREN_FIELD_KEY.',
    },
  )

export const wrongFieldKey = (wanted: string, given: string): ProblemError =>
  refusal(
    'field-key-wrong',
    {
      zh: `数据库里的身份号码和监督内容用密钥 ${wanted} 加密，而给出的是密钥 ${given}。`,
      en: `Citizen numbers and texts of supervision in this database are sealed with the key ${wanted}, while the key ${given} was given.`,
    },
    {
      zh: `换成密钥 ${wanted} 的文件：数据文件夹的 keys/fields.key，或环境变量 ZHIREN_FIELD_KEY 指出的文件。`,
      en: `Use the file of the key ${wanted}: keys/fields.key in the data folder, or the file that ZHIREN_FIELD_KEY names.`,
    },
  )

export const damagedKeySet = (number: number): ProblemError =>
  refusal(
    'field-key-damaged',
    {
      zh: `第 ${number} 组数据密钥被改动过，打不开。`,
      en: `The set ${number} of data keys was altered and does not open.`,
    },
    {
      zh: '从备份恢复数据库，并报告安全保密员。',
      en: 'Restore the database from a backup and tell the security officer.',
    },
  )

/** @param place table, column and row */
export const alteredField = (place: string): ProblemError =>
  refusal(
    'sealed-field-altered',
    {
      zh: `${place} 的密文被改动过，或是从别的记录复制来的，没有读出。`,
      en: `The sealed value of ${place} was altered or copied from another record, and was not read.`,
    },
    {
      zh: '报告安全保密员；核对审计日志，从备份取回这一条。',
      en: 'Tell the security officer, look at the audit log, and take the value from a backup.',
    },
  )

export const rotationUnderWay = (): ProblemError =>
  refusal(
    'field-keys-changing',
    {
      zh: '加密密钥正在更换，更换完以前不能导入；这次没有写入。',
      en: 'The keys of sealed fields are being changed; nothing is imported until that is done. Nothing was written.',
    },
    {
      zh: '等 zhiren keys rotate 完成再导入；它若中途停下，重新运行一次。',
      en: 'Import once zhiren keys rotate has finished; run it again where it was stopped.',
    },
  )
