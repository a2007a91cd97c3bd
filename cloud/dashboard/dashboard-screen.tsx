import { timeText } from '@flowviz/contract/screen/format'
import type { FeedStatus } from '@flowviz/contract/screen/live-feed'
import type { Mark } from '@flowviz/contract/screen/mark'
import { useLocation } from 'preact-iso'
import type { Dashboard } from './dashboard-state.ts'
import { LotScreen } from './lot/lot-screen.tsx'
import { QualityScreen } from './quality/quality-screen.tsx'
import { SignInCard } from './session/sign-in-card.tsx'
import { OverviewScreen } from './site/overview-screen.tsx'
import { TemperatureScreen } from './temperature/temperature-screen.tsx'

const LIVE: Record<FeedStatus, Mark> = {
  live: { tone: 'ok', word: 'Live' },
  connecting: { tone: 'pending', word: 'Connecting' },
  lost: { tone: 'offline', word: 'Not live: headquarters is not reached' },
}

/** The whole HQ screen: sign-in, or the frame around one page. */
export function DashboardScreen({ dashboard }: { dashboard: Dashboard }) {
  const { session } = dashboard
  if (session.resuming.value) return <p class="waiting">Starting…</p>
  if (session.person.value === null) return <SignInCard session={session} />
  return (
    <div class="frame">
      <TopBar dashboard={dashboard} />
      <main>
        <Page dashboard={dashboard} />
      </main>
    </div>
  )
}

function Page({ dashboard }: { dashboard: Dashboard }) {
  const { path } = useLocation()
  if (path === '/lots') return <LotScreen dashboard={dashboard} />
  if (path === '/quality') return <QualityScreen dashboard={dashboard} />
  if (path === '/temperatures') return <TemperatureScreen dashboard={dashboard} />
  return <OverviewScreen dashboard={dashboard} />
}

const PAGES = [
  { href: '/', word: 'Overview' },
  { href: '/lots', word: 'Lots' },
  { href: '/quality', word: 'Quality' },
  { href: '/temperatures', word: 'Temperatures' },
]

function TopBar({ dashboard }: { dashboard: Dashboard }) {
  const { path } = useLocation()
  const { session, live, now } = dashboard
  const mark = LIVE[live.status.value]
  return (
    <header class="top-bar">
      <p class="brand">
        <b>FlowViz</b> headquarters
      </p>
      <nav aria-label="Pages">
        {PAGES.map(({ href, word }) => (
          <a key={href} href={href} aria-current={path === href ? 'page' : undefined}>
            {word}
          </a>
        ))}
      </nav>
      <span class="mark" data-tone={mark.tone} role="status">
        {mark.word}
      </span>
      <time>{timeText(now.value, true)}</time>
      <span class="person">{session.person.value?.display_name}</span>
      <button type="button" class="button" data-kind="quiet" onClick={() => void session.signOut()}>
        Sign out
      </button>
    </header>
  )
}
