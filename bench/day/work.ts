import { Floor } from './floor.ts'
import { Line } from './line.ts'
import type { Course, Day, Step } from './plan.ts'
import { requestOf, type Session } from './request.ts'
import type { Tally } from './tally.ts'

/** A paced day sends when the plan says so, flat out as soon as there is a connection. */
export type Pace = 'paced' | 'flat-out'

export interface Work {
  port: number
  day: Day
  sessions: Session[]
  courses: Course[]
  tally: Tally
}

const TICK_MS = 1
const CREATED = 201

/** A connection and who is signed in there. */
interface Desk {
  line: Line
  session: Session
}

const open = ({ port, sessions }: Work, count: number): Promise<Desk[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, at) => ({
      line: await Line.open(port),
      session: sessions[at % sessions.length]!,
    })),
  )

/** Sends one step; its wait is counted from `from_ms`, a moment of `performance.now()`. */
function send(
  { courses, tally }: Work,
  what: { lot: number; at: number; from_ms: number; desk: Desk },
  done: (acknowledged: boolean) => void,
): void {
  const { lot, at, from_ms, desk } = what
  const course = courses[lot]!
  const step: Step = course.steps[at]!
  desk.line.send(requestOf(step, { course, lot, at }, desk.session), (status, body) => {
    const acknowledged = status === CREATED || status === 200
    if (acknowledged) {
      tally.heard(step.kind, performance.now() - from_ms)
      if (step.kind === 'link') tally.linked_grams += step.grams
    } else tally.refused(step.kind, status, body)
    done(acknowledged)
  })
}

/**
 * The open loop: every step has its moment, and its wait is counted from that moment, whatever kept it from being sent:
 * a server that stalls is charged for all whom it kept waiting. A lot stays at its station.
 */
export async function workPaced(work: Work): Promise<void> {
  const { courses, tally, day } = work
  const desks = await open(work, day.stations)
  const wanted = courses
    .flatMap(({ steps }, lot) => steps.map((step, at) => ({ lot, at, moment: step.at })))
    .sort((a, b) => a.moment - b.moment)
  const start = performance.now()
  await new Promise<void>(resolve => {
    let open = courses.length
    const floor = new Floor(courses, {
      send(lot, at, done) {
        const from_ms = start + courses[lot]!.steps[at]!.at
        send(work, { lot, at, from_ms, desk: desks[lot % desks.length]! }, done)
      },
      ended(_lot, unsent) {
        tally.unsent += unsent
        if (--open === 0) resolve()
      },
    })
    let next = 0
    const tick = setInterval(() => {
      const now = performance.now() - start
      while (next < wanted.length && wanted[next]!.moment <= now) {
        const { lot, at, moment } = wanted[next++]!
        tally.late(now - moment)
        floor.want(lot, at + 1)
      }
      if (next === wanted.length) clearInterval(tick)
    }, TICK_MS)
  })
  for (const { line } of desks) line.close()
}

/** The closed loop: each connection takes a lot through its day and then the next one, one request in flight. */
export async function workFlatOut(work: Work): Promise<void> {
  const { courses, tally, day } = work
  const desks = await open(work, day.connections)
  await new Promise<void>(resolve => {
    const deskOf = new Map<number, Desk>()
    let next = 0
    let open = courses.length
    const floor = new Floor(courses, {
      send: (lot, at, done) => send(work, { lot, at, from_ms: performance.now(), desk: deskOf.get(lot)! }, done),
      ended(lot, unsent) {
        tally.unsent += unsent
        const desk = deskOf.get(lot)!
        deskOf.delete(lot)
        if (--open === 0) resolve()
        else take(desk)
      },
    })
    const take = (desk: Desk) => {
      if (next === courses.length) return
      const lot = next++
      deskOf.set(lot, desk)
      floor.want(lot, courses[lot]!.steps.length)
    }
    for (const desk of desks) take(desk)
  })
  for (const { line } of desks) line.close()
}
