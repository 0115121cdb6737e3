/**
 * Documents set by Typst. A template is Typst source of ours; what it shows comes as JSON through `sys.inputs`, so that no
 * text of a record is ever read as markup.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** A free 宋体 with the rare characters of names. */
export const paperFont = 'Noto Serif SC'

const fontFolder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'))

export interface TypesetOptions {
  /** Pictures by the path under which the template asks for them: `image("/photo.jpg")`. */
  readonly pictures?: Readonly<Record<string, Uint8Array>>
}

let shared: NodeCompiler | undefined

function compiler(): NodeCompiler {
  shared ??= NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontPaths: [join(fontFolder, '400Regular'), join(fontFolder, '700Bold')] }],
  })
  return shared
}

/**
 * Sets a template as PDF. In the template `json(bytes(sys.inputs.data))` is the data.
 * @example typeset(readFileSync(join(import.meta.dirname, 'roster.typ'), 'utf8'), { rows })
 */
export function typeset(template: string, data: unknown, { pictures = {} }: TypesetOptions = {}): Uint8Array {
  const typst = compiler()
  const paths = Object.entries(pictures).map(([path, bytes]) => {
    const full = join(import.meta.dirname, path)
    typst.mapShadow(full, Buffer.from(bytes))
    return full
  })
  try {
    // A copy: the memory of the compiler cannot be handed on.
    return new Uint8Array(typst.pdf({ mainFileContent: template, inputs: { data: JSON.stringify(data) } }))
  } finally {
    for (const path of paths) typst.unmapShadow(path)
  }
}

/** The source of a template that lies beside the code that fills it. */
export const readTemplate = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8')
