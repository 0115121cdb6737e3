import { join } from 'node:path'

/**
 * How the server copies a finished write-ahead segment into the folder `archive`, where there is one: written beside its
 * place, flushed, renamed; never over a segment that is already there with other content.
 */
export function archiveCommand(dataFolder: string): string {
  const folder = `'${join(dataFolder, 'archive').replaceAll('%', '%%').replaceAll("'", `'\\''`)}'`
  return [
    `a=${folder}; f="$a/%f.gz"`,
    // A link that leads nowhere is an archive that cannot be reached, not one that nobody wants.
    'if ! test -e "$a" && ! test -L "$a"; then exit 0; fi',
    'if test -e "$f"; then gzip -dc "$f" | cmp -s - "%p"; exit; fi',
    'gzip -1 < "%p" > "$f.part" && sync "$f.part" && mv "$f.part" "$f" && sync "$a"',
  ].join('; ')
}
