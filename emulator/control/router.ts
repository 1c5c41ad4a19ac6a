/** The control API under /__emu. */
import express, { type ErrorRequestHandler, type Router } from 'express'
import { ZodError, z } from 'zod'
import { refuseOtherOrigins } from '../http/guard.ts'
import type { World } from '../world/world.ts'
import type { Control } from './control.ts'
import { createPeopleRoutes } from './people-routes.ts'
import { ControlProblem } from './problem.ts'
import { createStream } from './stream.ts'
import { createSystemRoutes } from './system-routes.ts'

export function createControlRouter(control: Control, world: World): Router {
  const router = express.Router()
  router.use(refuseOtherOrigins, express.json({ limit: '2mb' }))
  router.get('/stream', createStream(world.changes))
  for (const { method, path, run } of [...createSystemRoutes(control), ...createPeopleRoutes(control)]) {
    router[method](path, async (req, res) => {
      res.json(await run(req))
    })
  }
  router.use((_req, res) => {
    res.status(404).json({ error: 'not_found', message: 'The control API has no such path' })
  })
  router.use(answerProblem)
  return router
}

const answerProblem: ErrorRequestHandler = (problem: unknown, _req, res, next) => {
  if (problem instanceof ControlProblem) {
    res.status(problem.status).json({ error: 'refused', message: problem.message })
  } else if (problem instanceof ZodError) {
    res.status(400).json({ error: 'invalid', message: z.prettifyError(problem) })
  } else if (problem instanceof SyntaxError) {
    res.status(400).json({ error: 'invalid', message: problem.message })
  } else {
    next(problem)
  }
}
