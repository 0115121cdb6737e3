/**
 * Documents set by Typst. A template is Typst source of ours; what it shows comes as JSON through `sys.inputs`, so that no
 * text of a record is ever read as markup.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument, type PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import { pictureHeader } from '../pictures/picture-header.ts'

/** A free 宋体 with the rare characters of names. */
export const paperFont = 'Noto Serif SC'

/** The face the office has chosen (`ZHIREN_PAPER_FONT`), then ours; characters that both lack come from any font there is. */
export const paperFonts = (): readonly string[] => [process.env.ZHIREN_PAPER_FONT ?? '', paperFont].filter(Boolean)

const fontFolder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'))

export interface TypesetOptions {
  /** Pictures by the path under which the template asks for them: `image("/photo.jpg")`. */
  readonly pictures?: Readonly<Record<string, Uint8Array>>
}

/** A folder of the office's own fonts, for characters and faces that ours lack: `ZHIREN_FONTS`. */
export const officeFonts = (): readonly string[] => [process.env.ZHIREN_FONTS ?? ''].filter(Boolean)

/** `PdfStandard.A_2b` of the compiler, whose enumeration is declared and not exported. */
const archivalPdf = 'a-2b' as PdfStandard

let shared: NodeCompiler | undefined

function compiler(): NodeCompiler {
  shared ??= NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontPaths: [join(fontFolder, '400Regular'), join(fontFolder, '700Bold'), ...officeFonts()] }],
  })
  return shared
}

/**
 * Sets a template as PDF. In the template `json(bytes(sys.inputs.data))` is the data.
 * @example typeset(readFileSync(join(import.meta.dirname, 'roster.typ'), 'utf8'), { rows })
 */
export const typeset = (template: string, data: unknown, options?: TypesetOptions): Uint8Array =>
  // A copy: the memory of the compiler cannot be handed on.
  compiled(template, data, options, (typst, document) => new Uint8Array(typst.pdf(document)))

/** What a template told by `metadata(…)<label>` while it was set, e.g. sizes it measured. */
export const measured = (template: string, data: unknown, label: string, options?: TypesetOptions): unknown =>
  compiled(template, data, options, (typst, document) =>
    typst.query(document, { selector: `<${label}>`, field: 'value' }),
  )

/** Does a font that there is have each of the characters? PDF/A takes no empty boxes. */
export const canSet = (characters: readonly string[]): boolean => {
  const template =
    '#set text(font: json(bytes(sys.inputs.data)).fonts)\n#json(bytes(sys.inputs.data)).characters.join(" ")'
  return compiled(template, { fonts: paperFonts(), characters }, {}, (typst, document) => {
    try {
      typst.pdf(document, { pdfStandard: archivalPdf })
      return true
    } catch {
      return false
    }
  })
}

/** A document for a screen: one drawing with its pages one below the other. */
export interface Drawing {
  readonly svg: string
  readonly pages: number
}

export const drawn = (template: string, data: unknown, options?: TypesetOptions): Drawing =>
  compiled(template, data, options, (typst, document) => ({
    svg: typst.plainSvg(document),
    pages: document.numOfPages,
  }))

/** Results of the compiler that as many later documents have not used are dropped. */
const keptFor = 30

/** Marks of direction show nothing; one of them, over Chinese text, ends the compiler and the whole process with it. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Data as it can be set: without marks of direction and halves of characters. */
const settable = (data: unknown): string =>
  JSON.stringify(data, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value)).replace(
    directionMarks,
    '',
  )

/** @throws Error with what the compiler says, e.g. of a picture that it cannot decode */
function compiled<T>(
  template: string,
  data: unknown,
  { pictures = {} }: TypesetOptions = {},
  use: (typst: NodeCompiler, document: NodeTypstDocument) => T,
): T {
  const typst = compiler()
  const paths = Object.entries(pictures).map(([path, bytes]) => {
    const full = join(import.meta.dirname, path)
    typst.mapShadow(full, Buffer.from(bytes))
    return full
  })
  try {
    const done = typst.compile({ mainFileContent: template, inputs: { data: settable(data) } })
    const document = done.result
    if (document) return use(typst, document)
    const said = done.takeDiagnostics()?.shortDiagnostics ?? []
    throw new Error(`typesetting: ${said.map(({ message }) => message).join('; ')}`)
  } finally {
    for (const path of paths) typst.unmapShadow(path)
    typst.evictCache(keptFor)
  }
}

/** Words in the place of a photo that cannot be decoded. */
export const photoFault = '（照片无法读取）'

/** The path under which a template asks for a picture; its ending is what the bytes are, whatever a file said. */
export const picturePath = (name: string, bytes: Uint8Array): string =>
  `/${name}.${pictureHeader(bytes)?.type === 'image/png' ? 'png' : 'jpg'}`

/** Can a picture be decoded? Its header may be sound where its body is broken. */
export function isSoundPicture(bytes: Uint8Array): boolean {
  const path = picturePath('picture', bytes)
  try {
    return compiled(`#image("${path}", width: 1cm)`, {}, { pictures: { [path]: bytes } }, () => true)
  } catch {
    return false
  } finally {
    // A scanned page takes much memory once it is decoded.
    compiler().evictCache(0)
  }
}

/**
 * Sets a document with pictures. Where it cannot be set, the pictures that cannot be decoded are looked for, and it is set
 * once more without them.
 * @throws Error of `set` where all pictures are sound
 */
export function withSoundPictures<T>(
  pictures: Readonly<Record<string, Uint8Array>>,
  set: (isBroken: (path: string) => boolean) => T,
): T {
  try {
    return set(() => false)
  } catch (failure) {
    const broken = new Set(Object.keys(pictures).filter((path) => !isSoundPicture(pictures[path] ?? new Uint8Array())))
    if (broken.size === 0) throw failure
    return set((path) => broken.has(path))
  }
}

/** The source of a template that lies beside the code that fills it. */
export const readTemplate = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8')
