import type { Language } from '#domain/text.ts'
import type { FindingShape } from '#server/contract/index.ts'
import { articleHead, articleInWords, citationText } from '../../../language/citation.ts'

/**
 * The articles of some findings, each instrument named once.
 * @example articlesSaid(findings, 'zh') // 《任用条例》第八条第二项、第九条；《回避规定》第三条
 */
export function articlesSaid(findings: readonly Pick<FindingShape, 'basis'>[], language: Language): string {
  const [comma, semicolon] = language === 'zh' ? ['、', '；'] : [', ', '; ']
  const short = (article: string): string =>
    language === 'zh' ? articleInWords(article) : articleHead(article, language)
  const byInstrument = Map.groupBy(findings, ({ basis }) => basis.instrument)
  return [...byInstrument.values()]
    .map(([first, ...rest]) => {
      const more = new Set(rest.map(({ basis }) => short(basis.article)))
      return first ? [citationText(first.basis, language), ...more].join(comma) : ''
    })
    .join(semicolon)
}
