/** Files handed in, laid out for the process that reads them. */
import { mkdir, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { GivenFile } from './read-files.ts'

/**
 * Names on disk: a number for each name without its extension, so that a picture lies beside its form, and nothing of what
 * people call their files, which may be too long for a disk, name a folder or differ in a stroke alone.
 * @example namesOnDisk(['张三.lrm', '张三.jpg', '李四.lrmx']) // ['1.lrm', '1.jpg', '2.lrmx']
 */
export function namesOnDisk(labels: readonly string[]): readonly string[] {
  const numbers = new Map<string, number>()
  const taken = new Set<string>()
  return labels.map((label) => {
    const extension = /^\.[a-z0-9]{1,8}$/.exec(extname(label.trimEnd()).toLowerCase())?.[0] ?? ''
    const stem = label.slice(0, label.length - extname(label).length).toLowerCase()
    let number = numbers.get(stem) ?? numbers.size + 1
    numbers.set(stem, number)
    // The same but for capitals: a file of its own, without the picture of the other.
    while (taken.has(`${number}${extension}`)) number += labels.length
    taken.add(`${number}${extension}`)
    return `${number}${extension}`
  })
}

export async function layOut(
  folder: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<readonly GivenFile[]> {
  const inbox = join(folder, 'inbox')
  await mkdir(inbox)
  const names = namesOnDisk(files.map(({ name }) => name))
  const given: GivenFile[] = []
  for (const [index, { name, bytes }] of files.entries()) {
    const path = join(inbox, names[index] ?? '')
    await writeFile(path, bytes)
    given.push({ path, label: name })
  }
  return given
}
