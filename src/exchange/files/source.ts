/** Where the files of a package lie: a folder or an archive. */
export interface PackageSource {
  /** As the person named it. */
  readonly label: string
  /** File names at the top of the package. */
  readonly names: readonly string[]
  /** Size in bytes of the file at a relative path, or undefined where there is none. */
  size(path: string): Promise<number | undefined>
  /** The bytes of a file, in pieces. Throws ProblemError when they cannot be read. */
  open(path: string): AsyncIterable<Buffer>
  close(): Promise<void>
}

/** A relative path that stays inside its package: no `..`, no root, no drive, no address, no backslash. */
export const isInside = (path: string): boolean =>
  path !== '' &&
  !/^([/~]|[A-Za-z]:|[A-Za-z][A-Za-z0-9+.-]*:\/\/)/.test(path) &&
  !path.includes('\\') &&
  !path.includes('\0') &&
  !path.split('/').includes('..')
