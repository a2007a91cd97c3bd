import type { Trouble } from '@flowviz/contract/screen/trouble'

interface TroubleNoticeProps {
  trouble: Trouble
  retry: () => void
}

/** What went wrong, the next step, and a way to try again. */
export function TroubleNotice({ trouble, retry }: TroubleNoticeProps) {
  return (
    <div class="notice" data-tone="alarm" role="alert">
      <b>{trouble.title}</b>
      {trouble.detail !== trouble.title && trouble.detail !== '' && <span>{trouble.detail}</span>}
      <span class="next">{trouble.hint}</span>
      <button type="button" class="button" onClick={retry}>
        Try again
      </button>
    </div>
  )
}
