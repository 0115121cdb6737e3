import { type Alias, type Node, visit } from 'yaml'
import { refuse, type Source } from './source.ts'

/** Each alias is read as often as it stands there. */
const mostAliases = 100

/**
 * Refuses a text that would grow without end when its aliases are read: too many of them, or one within what another
 * names. For texts that come from outside; the files of the rule book are ours.
 */
export function refuseExpansion(source: Source): void {
  const aliases: Alias[] = []
  visit(source.document, {
    Alias(_, alias, path) {
      aliases.push(alias)
      const within = path.some((node) => 'anchor' in node && typeof node.anchor === 'string')
      if (within || aliases.length > mostAliases) refuseAlias(source, alias)
    },
  })
}

const refuseAlias = (source: Source, alias: Node): never =>
  refuse(
    source,
    alias,
    {
      zh: `引用（*名称）多于 ${mostAliases} 处，或者写在另一个被引用的内容里`,
      en: `more than ${mostAliases} aliases, or one within what another names`,
    },
    { zh: '把内容直接写出来', en: 'write out what it stands for' },
  )
