/** What is wrong, and the next step; told at once to who does not see it. */
export function Notice({ title, hint }: { title: string; hint: string }) {
  return (
    <div class="notice" data-tone="alarm" role="alert">
      <b>{title}</b>
      <span class="next">{hint}</span>
    </div>
  )
}
