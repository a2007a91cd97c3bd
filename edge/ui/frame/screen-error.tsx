import type { ComponentChildren } from 'preact'
import { useErrorBoundary } from 'preact/hooks'
import { say } from './words.ts'

interface ScreenErrorProps {
  report: (error: unknown) => void
  children: ComponentChildren
}

/** A screen that fails takes neither the queue nor the other screens with it. */
export function ScreenError({ report, children }: ScreenErrorProps) {
  const [error, reset] = useErrorBoundary(report)
  if (error === undefined) return <>{children}</>
  return (
    <main class="task">
      <div class="notice" data-tone="alarm" role="alert">
        <b>{say('failed_title')}</b>
        <span class="next">{say('failed_text')}</span>
        <code>{error instanceof Error ? error.message : String(error)}</code>
        <a class="button" href="/" onClick={reset}>
          {say('home')}
        </a>
      </div>
    </main>
  )
}
