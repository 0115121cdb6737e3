import { verifyAudit as verify } from '#server/actions/keeping/verify-audit.ts'
import { printJson, progressBar, say } from '../output.ts'
import { type Command, optionalText, recordsOption } from './command.ts'

export const verifyAudit: Command = {
  usage: 'zhiren verify-audit [--checkpoints FILE] [--key PUBLIC.pem] [--data DIR] [--json]',
  about: {
    zh: '重算审计日志的哈希链，查出改动、删除、调换、插入和截尾，指出第一条对不上的记录。--checkpoints 另一处保存的检查点文件；--key 验证签名的公钥。',
    en: 'Recomputes the hash chain of the audit log, finds what was changed, deleted, exchanged, inserted or cut off, and names the first entry that does not fit. --checkpoints is a file of checkpoints kept elsewhere, --key the public key to verify them with.',
  },
  options: { checkpoints: 'string', key: 'string', data: 'string', json: 'boolean' },
  async run(given) {
    const bar = progressBar(given.language)
    const [checkpoints, key] = [optionalText(given, 'checkpoints'), optionalText(given, 'key')]
    const report = await verify({
      place: recordsOption(given),
      onProgress: bar.show,
      ...(checkpoints === undefined ? {} : { checkpoints }),
      ...(key === undefined ? {} : { key }),
    })
    bar.finish()
    const { fault, checkpoints: held, sound } = report
    if (given.values.json === true) printJson(report)
    if (fault) {
      const named = fault.at === undefined ? '' : `  (${fault.entry}  ${fault.at}  ${fault.actor}  ${fault.action})`
      say(given.language, { zh: `${fault.said.zh}${named}`, en: `${fault.said.en}${named}` })
    }
    for (const { said } of held.refused) say(given.language, said)
    const last = held.last
    if (sound) {
      say(given.language, {
        zh: `共 ${report.entries} 条，自 ${report.since ?? '—'} 至 ${report.until ?? '—'}，没有一条对不上。`,
        en: `${report.entries} entries, from ${report.since ?? '—'} to ${report.until ?? '—'}: everything fits.`,
      })
      say(given.language, last ? heldUntil(last.entry, last.at, held.checked) : unheld)
    }
    return sound ? 0 : 2
  },
}

const heldUntil = (entry: number, at: string, checked: number) => ({
  zh: `${checked} 个签名检查点都相符；到第 ${entry} 条（${at}）为止，整段改写和截尾都会被查出。`,
  en: `${checked} signed checkpoints agree; up to entry ${entry} (${at}) rewriting and cutting off would be found.`,
})

const unheld = {
  zh: '没有可用的签名检查点：末尾被截去或从某处起整段改写，这次查不出。',
  en: 'There is no signed checkpoint to hold it against: a log cut off at its end, or rewritten from some entry on, would not be found.',
}
