/** The baseline: an Express handler that reads the body and answers 200, and does nothing else. */
import express from 'express'

const app = express()
app.post('/', express.raw({ type: () => true }), (_request, response) => {
  response.json({ ok: true })
})
const server = app.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ ready: typeof address === 'object' && address ? `http://127.0.0.1:${address.port}/` : '' })
})
process.on('disconnect', () => process.exit(0))
