/** The baseline of lists: an Express handler that answers bytes it was given before, and does nothing else. */
import express from 'express'

const kept = new Map<string, Buffer>()
const app = express()
app.put('/:name', express.raw({ type: () => true, limit: '20mb' }), (request, response) => {
  kept.set(String(request.params.name), request.body)
  response.json({ ok: true })
})
app.get('/:name', (request, response) => {
  response.type('json').send(kept.get(String(request.params.name)))
})
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ ready: typeof address === 'object' && address ? `http://127.0.0.1:${address.port}/` : '' })
})
process.on('disconnect', () => process.exit(0))
