import { type Field, placeOf, type Source } from './source.ts'

/** An item of a list as it is written: from its line to the next item, without the indentation. */
export function textOfItem(source: Source, item: Field): string {
  const lines = source.text.split('\n').slice(placeOf(source, item).line - 1)
  const indentation = lines[0]?.search(/\S/) ?? 0
  const after = lines.findIndex((text, index) => index > 0 && text.trim() !== '' && text.search(/\S/) <= indentation)
  const own = after < 0 ? lines : lines.slice(0, after)
  return own
    .map((text) => text.slice(indentation))
    .join('\n')
    .trimEnd()
}
