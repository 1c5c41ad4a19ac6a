/** Calls to Zalo's OpenAPI in the OA's name: the token in its header, renewed once when Zalo no longer takes it. */
import type { Logger } from 'pino'
import type { Http, HttpRequest } from './http.ts'
import { isKnownCode, remedyFor } from './outcomes.ts'
import type { TokenAnswer, Tokens } from './tokens.ts'
import { untilAborted } from './until-aborted.ts'
import { type RateHeaders, readZaloAnswer, type ZaloAnswer } from './zalo-answer.ts'

export type OpenApiAnswer =
  | ZaloAnswer
  /** There is no token to call with, so nothing was sent. */
  | Exclude<TokenAnswer, { kind: 'token' }>

export type OpenApiCall = Pick<HttpRequest, 'method' | 'url' | 'params' | 'body' | 'signal'>

/** Never throws: every failure is an answer. */
export type OpenApi = (oaId: string, call: OpenApiCall) => Promise<OpenApiAnswer>

export interface OpenApiParts {
  http: Http
  tokens: Pick<Tokens, 'accessToken' | 'renew'>
  /** Told of the rate headers of every answer that has them. */
  onRate?: (oaId: string, rate: RateHeaders) => void
  log: Logger
}

export function createOpenApi({ http, tokens, onRate, log }: OpenApiParts): OpenApi {
  async function call(oaId: string, request: OpenApiCall, accessToken: string): Promise<ZaloAnswer> {
    const answer = readZaloAnswer(await http({ ...request, headers: { access_token: accessToken } }))
    if ('rate' in answer && answer.rate) onRate?.(oaId, answer.rate)
    if (answer.kind === 'error' && !isKnownCode(answer.code)) {
      log.error(
        { oaId, code: answer.code, message: answer.message, path: new URL(request.url).pathname },
        'Zalo trả về mã lỗi chưa biết',
      )
    }
    return answer
  }

  return async (oaId, request) => {
    const first = await untilAborted(tokens.accessToken(oaId), request.signal).catch(error => noTokens(error, log))
    if (first.kind !== 'token') return first
    const answer = await call(oaId, request, first.token)
    if (answer.kind !== 'error' || remedyFor(answer.code).class !== 'refresh') return answer
    const renewed = await untilAborted(tokens.renew(oaId, first.token), request.signal).catch(error =>
      noTokens(error, log),
    )
    return renewed.kind === 'token' ? call(oaId, request, renewed.token) : renewed
  }
}

function noTokens(error: unknown, log: Logger): TokenAnswer {
  log.error({ err: error }, 'Chưa lấy được token Zalo; kiểm tra cơ sở dữ liệu và đường ra Internet')
  return { kind: 'unreachable', cause: 'no token in time' }
}
