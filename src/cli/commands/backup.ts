import { backUp } from '#server/actions/keeping/backup.ts'
import { printJson, progressBar, say } from '../output.ts'
import { type Command, optionalText, recordsOption, requiredText, stopSignal } from './command.ts'

export const backup: Command = {
  usage: 'zhiren backup --to DIR [--key FILE | --new-key] [--no-verify] [--data DIR] [--json]',
  about: {
    zh: '备份内置数据库（运行中也可以），写成一个加密文件，并用测试恢复核对后才算数。--key 备份密钥，缺省用数据文件夹里最新的，旧了自动换新；--new-key 立即换一把新的；--no-verify 不作测试恢复。',
    en: 'Backs up the embedded database, running or not, as one encrypted file that counts only once a test restore has been checked. --key is the backup key, by default the newest in the data folder, renewed with its age; --new-key begins a new one at once; --no-verify leaves the test restore out.',
  },
  options: {
    to: 'string',
    key: 'string',
    'new-key': 'boolean',
    'no-verify': 'boolean',
    data: 'string',
    json: 'boolean',
  },
  async run(given) {
    const bar = progressBar(given.language)
    const key = optionalText(given, 'key')
    const outcome = await backUp({
      place: recordsOption(given),
      to: requiredText(given, 'to'),
      verify: given.values['no-verify'] !== true,
      renewsKey: given.values['new-key'] === true,
      onMessage: (message) => say(given.language, message),
      onProgress: bar.show,
      signal: stopSignal(),
      ...(key === undefined ? {} : { key }),
    })
    bar.finish()
    const { file, bytes, manifest, verified, pruned } = outcome
    if (given.values.json === true) printJson({ ...outcome, manifest: { ...manifest, files: manifest.files.length } })
    else process.stdout.write(`${file}\n`)
    const size = `${(bytes / 1e6).toFixed(1)} MB`
    say(given.language, {
      zh: `备份完成，${size}，到 ${manifest.until} 为止，审计第 ${manifest.auditHead.entry} 条。${pruned > 0 ? `清掉 ${pruned} 段用不着的归档。` : ''}`,
      en: `Backed up, ${size}, until ${manifest.until}, audit entry ${manifest.auditHead.entry}.${pruned > 0 ? ` ${pruned} segments of the archive are no longer needed and were removed.` : ''}`,
    })
    say(given.language, verified ? tried(verified.auditEntries, verified.constraints) : untried)
    return 0
  },
}

const tried = (entries: number, constraints: number) => ({
  zh: `测试恢复通过：行数相符，${entries} 条审计记录对得上，${constraints} 项约束逐行核对。`,
  en: `The test restore passed: row counts agree, ${entries} audit entries fit, ${constraints} constraints hold for every row.`,
})

const untried = {
  zh: '没有作测试恢复：系统状况页把它记为未核验。',
  en: 'No test restore was made; health shows it as not verified.',
}
