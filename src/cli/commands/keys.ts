import { userInfo } from 'node:os'
import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import {
  changeFieldKey,
  cipherNames,
  makeKeyFile,
  rotateFieldKeys,
  sealedState,
} from '#server/actions/keeping/field-keys.ts'
import { printJson, progressBar, say } from '../output.ts'
import { type Command, optionalText, recordsOption, requiredText, stopSignal } from './command.ts'

export const status: Command = {
  usage: 'zhiren keys status [--data DIR] [--json]',
  about: {
    zh: '列出字段加密的各组密钥，以及多少项已加密、多少项仍用旧密钥、多少项未加密。',
    en: 'Lists the sets of keys of sealed fields, and how many values are sealed, under retired keys, or open.',
  },
  options: { data: 'string', json: 'boolean' },
  async run(given) {
    const { sets, count } = await sealedState(recordsOption(given))
    if (given.values.json === true) printJson({ sets, count })
    else
      for (const { number, cipher, wrappedBy, createdAt, retiredAt } of sets)
        process.stdout.write(
          `${number}\t${cipher}\t${wrappedBy}\t${createdAt.toISOString()}\t${retiredAt?.toISOString() ?? '—'}\n`,
        )
    say(given.language, {
      zh: `已加密 ${count.sealed} 项，仍用旧密钥 ${count.retired} 项，未加密 ${count.open} 项。`,
      en: `${count.sealed} values sealed, ${count.retired} under retired keys, ${count.open} open.`,
    })
    return count.retired + count.open === 0 ? 0 : 2
  },
}

export const rotate: Command = {
  usage: 'zhiren keys rotate [--cipher aes|sm4] [--data DIR] [--json]',
  about: {
    zh: '为身份号码和监督内容换一组数据密钥，并全部重新加密；中途停下不影响使用，再打开时接着做完。',
    en: 'Makes new data keys for citizen numbers and texts of supervision and seals everything anew. It may be stopped: all stays readable, and the next opening finishes it.',
  },
  options: { cipher: 'string', data: 'string', json: 'boolean' },
  async run(given) {
    const { language } = given
    const name = optionalText(given, 'cipher') ?? (process.env.ZHIREN_FIELD_CIPHER === 'sm4' ? 'sm4' : 'aes')
    if (name !== 'aes' && name !== 'sm4') throw unknownCipher(name)
    const bar = progressBar(language)
    const rotation = await rotateFieldKeys({
      place: { ...recordsOption(given), onMessage: (text) => say(language, text) },
      by: userInfo().username,
      cipher: cipherNames[name],
      onProgress: bar.show,
      signal: stopSignal(),
    }).finally(bar.finish)
    if (!rotation) throw nothingSealed()
    if (given.values.json === true) printJson(rotation)
    say(language, {
      zh: `第 ${rotation.number} 组密钥已启用，重新加密 ${rotation.rows} 行。`,
      en: `The set ${rotation.number} of keys is in use; ${rotation.rows} rows were sealed anew.`,
    })
    return 0
  },
}

export const change: Command = {
  usage: 'zhiren keys change --to FILE [--data DIR]',
  about: {
    zh: '改由另一个密钥文件打开字段加密（先用 zhiren keys make 生成）；原来的密钥文件从此打不开。',
    en: 'Lets another key file open sealed fields (made with zhiren keys make before); the one before opens them no more.',
  },
  options: { to: 'string', data: 'string' },
  async run(given) {
    const file = requiredText(given, 'to')
    const place = { ...recordsOption(given), onMessage: (text: Text) => say(given.language, text) }
    const id = await changeFieldKey(place, { actor: userInfo().username, file })
    if (!id) throw nothingSealed()
    say(given.language, {
      zh: `现在由 ${file} 里的密钥 ${id} 打开。把它放到数据文件夹的 keys/fields.key，或用 ZHIREN_FIELD_KEY 指出；恢复以前的备份还要用原来的密钥。`,
      en: `The key ${id} in ${file} opens them now. Put it into the data folder as keys/fields.key, or name it in ZHIREN_FIELD_KEY; earlier backups still ask for the key before it.`,
    })
    return 0
  },
}

export const make: Command = {
  usage: 'zhiren keys make --out FILE',
  about: {
    zh: '生成一个字段加密密钥文件，用环境变量 ZHIREN_FIELD_KEY 指出它；外部数据库由各台机器共用同一个文件。',
    en: 'Makes a key file for sealed fields, to be named in ZHIREN_FIELD_KEY; machines that serve one external database share it.',
  },
  options: { out: 'string' },
  async run(given) {
    const file = requiredText(given, 'out')
    const { id } = makeKeyFile(file)
    say(given.language, { zh: `密钥 ${id} 在 ${file}。`, en: `The key ${id} is in ${file}.` })
    return 0
  },
}

const unknownCipher = (name: string): ProblemError =>
  new ProblemError({
    code: 'cipher-unknown',
    message: { zh: `没有 ${name} 这种加密算法。`, en: `There is no cipher ${name}.` },
    mend: { zh: '写 --cipher aes 或 --cipher sm4。', en: 'Write --cipher aes or --cipher sm4.' },
  })

const nothingSealed = (): ProblemError =>
  new ProblemError({
    code: 'nothing-sealed',
    message: { zh: '这个数据库没有启用字段加密。', en: 'Nothing is sealed in this database.' },
    mend: {
      zh: '用 zhiren keys make 生成密钥文件，用 ZHIREN_FIELD_KEY 指出它，再打开一次。',
      en: 'Make a key file with zhiren keys make, name it in ZHIREN_FIELD_KEY, and open the records once.',
    },
  })
