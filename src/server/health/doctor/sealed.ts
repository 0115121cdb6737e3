import type { SealedCount } from '#records/sealing/index.ts'
import { type Check, met, unknown, unmet } from './check.ts'

/** Whether citizen numbers and texts of supervision lie sealed, under the keys in use. */
export function sealedCheck(count: SealedCount | undefined): Check {
  if (!count)
    return unknown(
      'sealed-fields',
      { zh: '还没有字段加密的结构。', en: 'The tables of field keys are not there yet.' },
      { zh: '启动工作台，会自动完成。', en: 'Start the workbench, which makes them.' },
    )
  const { open, retired, sealed } = count
  const said = {
    zh: `身份号码和监督内容：已加密 ${sealed} 项，仍用旧密钥 ${retired} 项，未加密 ${open} 项`,
    en: `Citizen numbers and texts of supervision: ${sealed} sealed, ${retired} under retired keys, ${open} open`,
  }
  if (open > 0)
    return unmet('sealed-fields', said, {
      zh: '给出密钥后重新启动：数据文件夹自动生成；外部数据库用 zhiren keys make 生成，并由 ZHIREN_FIELD_KEY 指出。',
      en: 'Start again with a key: a data folder makes its own; for an external database run zhiren keys make and name the file in ZHIREN_FIELD_KEY.',
    })
  if (retired > 0)
    return unmet('sealed-fields', said, {
      zh: '更换密钥没有做完：重新启动工作台，或运行 zhiren keys rotate。',
      en: 'A change of keys was not finished: start the workbench again, or run zhiren keys rotate.',
    })
  return met('sealed-fields', said)
}
