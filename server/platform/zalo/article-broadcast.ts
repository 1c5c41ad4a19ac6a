/**
 * An article of the OA, made and then sent to all followers: made, looked at until Zalo has taken it in, sent.
 * Source: developers.zalo.me, Official Account → Bài viết, Truyền thông broadcast (06:00–21:59, moderated, monthly quota).
 */
import { z } from 'zod'
import type { OpenApi } from './openapi.ts'
import type { createOutcomeReader, SendOutcome } from './send-outcome.ts'

export interface ArticleWords {
  title: string
  author: string
  description: string
  coverUrl: string
  html: string
}

export interface ArticleRequest {
  oaId: string
  words: ArticleWords
  /** What the step before left behind. */
  memo: unknown
  signal?: AbortSignal
}

export type ArticleOutcome = SendOutcome | { kind: 'step'; memo: unknown; afterMs: number }

const Memo = z
  .union([z.object({ articleId: z.string() }), z.object({ token: z.string() })])
  .nullable()
  .catch(null)
const Id = z.union([z.string().min(1), z.number()]).transform(String)
const Created = z.looseObject({ data: z.looseObject({ token: z.string().min(1) }) })
const Verified = z.looseObject({ data: z.looseObject({ id: Id }) })
const Sent = z.looseObject({ data: z.looseObject({ message_id: Id }) })
const VERIFY_AFTER_MS = 5000

/** One step. Never throws. A step that may or may not have been taken is unknown, and is not taken twice. */
export async function sendArticle(
  {
    openapi,
    openapiUrl,
    outcomes,
  }: { openapi: OpenApi; openapiUrl: string; outcomes: ReturnType<typeof createOutcomeReader> },
  { oaId, words, memo, signal }: ArticleRequest,
): Promise<ArticleOutcome> {
  const post = (path: string, body: unknown) => openapi(oaId, { method: 'POST', url: openapiUrl + path, body, signal })
  const done = Memo.parse(memo)
  let step: ArticleOutcome | null = null
  const onward = (next: unknown, afterMs: number): SendOutcome => {
    step = { kind: 'step', memo: next, afterMs }
    return { kind: 'unknown', cause: 'step' }
  }
  const unclear: SendOutcome = { kind: 'unknown', cause: 'unexpected shape' }
  if (done === null) {
    const outcome = outcomes.read(await post('/v2.0/article/create', toArticle(words)), body => {
      const created = Created.safeParse(body)
      return created.success ? onward({ token: created.data.data.token }, VERIFY_AFTER_MS) : unclear
    })
    return step ?? outcome
  }
  if ('token' in done) {
    const outcome = outcomes.read(await post('/v2.0/article/verify', { token: done.token }), body => {
      const verified = Verified.safeParse(body)
      return verified.success ? onward({ articleId: verified.data.data.id }, 0) : unclear
    })
    return step ?? outcome
  }
  const elements = [{ media_type: 'article', attachment_id: done.articleId }]
  const answer = await post('/v2.0/oa/message', {
    recipient: { target: { gender: '0' } },
    message: { attachment: { type: 'template', payload: { template_type: 'media', elements } } },
  })
  return outcomes.read(answer, body => {
    const sent = Sent.safeParse(body)
    return sent.success ? { kind: 'sent', messageId: sent.data.data.message_id, quota: null } : unclear
  })
}

function toArticle({ title, author, description, coverUrl, html }: ArticleWords): object {
  return {
    type: 'normal',
    title,
    author,
    description,
    cover: { cover_type: 'photo', photo_url: coverUrl, status: 'show' },
    body: [{ type: 'text', content: html }],
    status: 'show',
    comment: 'hide',
  }
}
