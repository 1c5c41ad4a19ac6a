/** The Mini App runs at Zalo's address, so its calls come from there. Compared to the letter: no other origin is let in. */
import type { RequestHandler } from 'express'

const ORIGINS = ['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn']
const METHODS = 'GET, POST, PUT, PATCH, DELETE'
const HEADERS = 'authorization, content-type, if-none-match'
/** How long a browser need not ask again, in seconds. */
const REMEMBERED_FOR_S = 600

/** Cookies are left out on purpose: whoever signs in there sends a token. */
export const admitZalo: RequestHandler = (request, response, next) => {
  response.vary('Origin')
  const origin = request.get('origin')
  if (!origin || !ORIGINS.includes(origin)) return next()
  response.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': 'ETag' })
  if (request.method !== 'OPTIONS') return next()
  response.set({
    'Access-Control-Allow-Methods': METHODS,
    'Access-Control-Allow-Headers': HEADERS,
    'Access-Control-Max-Age': String(REMEMBERED_FOR_S),
  })
  response.status(204).end()
}
