import type { EnrolledTablet } from '@flowviz/contract/tablet'
import { say } from './words.ts'

interface EnrolledCardProps {
  tablet: Pick<EnrolledTablet, 'title' | 'station' | 'site_name'>
  /** It was set up just now. */
  isNew: boolean
  anew: () => void
}

/** Which tablet this is. */
export function EnrolledCard({ tablet: { title, station, site_name }, isNew, anew }: EnrolledCardProps) {
  return (
    <section class="panel enrolled" aria-labelledby="enrolled">
      {isNew && (
        <p class="mark" data-tone="ok" role="status">
          {say('done')}
        </p>
      )}
      <h2 id="enrolled">{say('is', { title })}</h2>
      <p>{station === null ? say('no_station') : say('station', { station })}</p>
      <p>{say('site', { site: site_name })}</p>
      <button type="button" class="button" onClick={anew}>
        {say('anew')}
      </button>
    </section>
  )
}
