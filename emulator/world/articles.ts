/** The OA's articles, and the broadcasts of them that wait for moderation. */
export interface Article {
  id: string
  token: string
  title: string
  author: string
  description: string
  status: 'show' | 'hide'
  createdAt: number
  /** Zalo has taken it in; until then `verify` answers -214. */
  readyAt: number
}

export interface Articles {
  all(): Article[]
  add(article: Article): void
  find(id: string): Article | undefined
  byToken(token: string): Article | undefined
  remove(id: string): boolean
  clear(): void
}

export function createArticles(): Articles {
  const articles = new Map<string, Article>()
  return {
    all: () => [...articles.values()].reverse(),
    add: article => void articles.set(article.id, article),
    find: id => articles.get(id),
    byToken: token => [...articles.values()].find(article => article.token === token),
    remove: id => articles.delete(id),
    clear: () => articles.clear(),
  }
}
