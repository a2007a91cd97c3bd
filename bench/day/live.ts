import { type Day, planDay } from './plan.ts'
import type { Session } from './request.ts'
import { type Counted, Tally } from './tally.ts'
import { watchPages, watchScreen } from './watch.ts'
import { type Pace, workFlatOut, workPaced } from './work.ts'

/** What a load generator is asked for. */
export interface DayJob {
  port: number
  pace: Pace
  day: Day
  /** One for each station. */
  sessions: Session[]
  /** Of the dashboard and of the live screen. */
  viewer: Session
}

const LATE_S = 120
/** What was published with the last answer is on its way to the screen. */
const SCREEN_MS = 200

/** Lives through a day: lots, a dashboard and a live screen. @throws when requests stay without any answer. */
export async function liveDay({ port, pace, day, sessions, viewer }: DayJob): Promise<Counted> {
  const tally = new Tally()
  const place = { port, session: viewer, tally }
  const leave = [await watchPages(place), await watchScreen(place)]
  const work = { port, day, sessions, courses: planDay(day), tally }
  const start = performance.now()
  await within(pace === 'paced' ? workPaced(work) : workFlatOut(work), (day.seconds * 2 + LATE_S) * 1_000)
  const seconds = (performance.now() - start) / 1_000
  await new Promise(resolve => setTimeout(resolve, SCREEN_MS))
  for (const go of leave) go()
  return tally.counted(seconds)
}

async function within(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('some requests were never answered')), ms)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
