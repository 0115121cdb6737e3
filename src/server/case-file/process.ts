/** The far side of the binding desk: papers are read one at a time, so that a thick file needs little memory. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bindCaseFile } from '#exchange/index.ts'
import { type BindingAnswer, type BindingTask, boundName } from './task.ts'

const send = (answer: BindingAnswer, done?: () => void): void => void process.send?.(answer, () => done?.())

process.once('message', async (task: BindingTask) => {
  const answer = await bind(task).catch((cause: Error): BindingAnswer => ({ failure: cause.stack ?? String(cause) }))
  send(answer, () => process.disconnect())
})

async function bind({ text, folder }: BindingTask): Promise<BindingAnswer> {
  const { bytes, pages, unread } = await bindCaseFile(text, {
    read: (at) => readFile(join(folder, String(at))),
    onProgress: (done) => send({ done }),
  })
  await writeFile(join(folder, boundName), bytes)
  return { pages, unread }
}
