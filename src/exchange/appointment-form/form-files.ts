import { open, realpath, stat } from 'node:fs/promises'
import { basename, dirname, extname } from 'node:path'
import type { Place } from '#domain/arrivals.ts'
import { ProblemError } from '#domain/problem.ts'
import { openWholeArchive } from '../files/archive.ts'
import { openFolder } from '../files/folder.ts'
import type { PackageSource } from '../files/source.ts'
import { problemOf } from '../wording/wording.ts'
import { megabytes } from './photo.ts'
import { largestForm, readForm } from './read-form.ts'
import { type FormReading, refused } from './reading.ts'

/** One file of a batch; without a form where it was refused, or is of another kind (then only a notice). */
export interface FormFile extends FormReading {
  readonly place: Place
}

/**
 * The forms of a file (`.lrmx`, or `.lrm` with the `.pic` or `.jpg` beside it), of a zip batch or of a folder, one by one,
 * so that only one is in memory.
 * @param label what the person called it, where `path` is only where it lies
 * @throws ProblemError where the path does not exist or the archive is damaged, encrypted, or unpacks too large
 * @example for await (const { form, place } of readFormFiles('一批.zip')) console.log(place.file, form?.texts.name)
 */
export async function* readFormFiles(path: string, label = basename(path)): AsyncGenerator<FormFile> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw new ProblemError(problemOf('path-missing', { file: label }, { path: label }))
  if (found.isDirectory()) yield* readFormsOf(await openFolder(path))
  else if (await isArchive(path)) yield* readFormsOf(await openWholeArchive(path, label), `${label}/`)
  else {
    const file = await realpath(path)
    const folder = await openFolder(dirname(file))
    yield await readOne(folder, basename(file), { file: label }, pictureOf(basename(file), folder.names))
  }
}

/**
 * The forms among files that lie together, e.g. an upload of several. Every other file is named in a notice.
 * @param prefix put before the names of the files in their places
 */
export async function* readFormsOf(source: PackageSource, prefix = ''): AsyncGenerator<FormFile> {
  try {
    const pictures = new Set<string>()
    for (const name of source.names.filter(mayBeForm)) {
      const picture = pictureOf(name, source.names)
      if (picture !== undefined) pictures.add(picture)
      const reading = await readOne(source, name, { file: prefix + name }, picture)
      const isOther = reading.form === undefined && !/^\.lrmx?$/.test(extensionOf(name))
      yield isOther ? notForm(name, reading.place) : reading
    }
    for (const name of source.names) {
      if (!mayBeForm(name) && !pictures.has(name)) yield notForm(name, { file: prefix + name })
    }
  } finally {
    await source.close()
  }
}

const formExtensions = ['.lrmx', '.lrm', '.xml', '.txt', '']
/** In the order of preference. */
const pictureExtensions = ['.pic', '.jpg', '.jpeg', '.png']
const archiveExtensions = ['.zip', '.rar', '.7z', '.hzb', '.zb3', '.gz']

const extensionOf = (name: string): string => extname(name.trimEnd()).toLowerCase()
const mayBeForm = (name: string): boolean => formExtensions.includes(extensionOf(name))

/** The path without its extension, as names are compared. */
const stemOf = (name: string): string => name.slice(0, name.length - extname(name).length).toLowerCase()

function pictureOf(form: string, names: readonly string[]): string | undefined {
  const beside = names.filter((name) => stemOf(name) === stemOf(form))
  for (const extension of pictureExtensions) {
    const found = beside.find((name) => extensionOf(name) === extension)
    if (found !== undefined) return found
  }
  return undefined
}

/** A file of a batch that cannot be read does not stop the others. */
async function readOne(source: PackageSource, name: string, place: Place, picture?: string): Promise<FormFile> {
  const { file } = place
  try {
    const size = (await source.size(name)) ?? 0
    if (size > largestForm) {
      const values = { size: megabytes(size), limit: megabytes(largestForm) }
      return { place, ...refused(file, 'form-too-large', values) }
    }
    const bytes = await bytesOf(source, name)
    return { place, ...readForm(bytes, file, picture === undefined ? undefined : await bytesOf(source, picture)) }
  } catch (cause) {
    if (!(cause instanceof ProblemError)) throw cause
    return { place, problems: cause.problems.map((problem) => ({ ...problem, file })), notices: [] }
  }
}

/** The bytes of a file, or so many of them that it is too large in any case. */
async function bytesOf(source: PackageSource, name: string): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of source.open(name)) {
    pieces.push(piece)
    length += piece.length
    if (length > largestForm) break
  }
  return Buffer.concat(pieces)
}

function notForm(name: string, place: Place): FormFile {
  const { file } = place
  const extension = extensionOf(name)
  const code = archiveExtensions.includes(extension)
    ? 'archive-inside'
    : pictureExtensions.includes(extension)
      ? 'picture-unused'
      : 'not-read'
  return { place, problems: [], notices: [problemOf(code, { file }, { name: basename(name) })] }
}

/** Archives begin with `PK`; an empty one with `PK` too. */
async function isArchive(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2)
    return bytesRead === 2 && buffer.toString('latin1') === 'PK'
  } finally {
    await file.close()
  }
}
