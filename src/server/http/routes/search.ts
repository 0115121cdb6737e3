import { failure, searchAnswer, searchQuery } from '../../contract/index.ts'
import type { SearchDesk } from '../../search/search-desk.ts'
import { type App, visitorOf } from '../app.ts'

/** Search everywhere. What a word finds is not a look at anybody: names and posts, as the roster shows them. */
export function searchRoutes(app: App, search: SearchDesk): void {
  app.route({
    method: 'GET',
    url: '/search',
    config: { access: 'roster' },
    schema: {
      summary: 'Search everywhere 全局查找',
      querystring: searchQuery,
      response: { 200: searchAnswer, 400: failure, 401: failure, 403: failure },
    },
    handler(request) {
      const { query, sight } = request
      const sees = (cadreId: string): boolean => sight?.sees(cadreId) !== false
      return search.find(visitorOf(request).account, query.q, query.limit, sees)
    },
  })
}
