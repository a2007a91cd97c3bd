import type { SessionState } from './session-state.ts'

/** Name and password. */
export function SignInCard({ session }: { session: SessionState }) {
  const trouble = session.trouble.value
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget as HTMLFormElement)
    void session.signIn(String(fields.get('name')), String(fields.get('secret')))
  }
  return (
    <main class="sign-in">
      <form class="panel" onSubmit={submit}>
        <h1>
          FlowViz <span>headquarters</span>
        </h1>
        <div class="field">
          <label for="name">Name</label>
          <input id="name" name="name" required autocomplete="username" autocapitalize="none" />
        </div>
        <div class="field">
          <label for="secret">Password</label>
          <input id="secret" name="secret" type="password" required minLength={4} autocomplete="current-password" />
        </div>
        {trouble !== null && (
          <div class="notice" data-tone="alarm" role="alert">
            <b>{trouble.title}</b>
            <span class="next">{trouble.hint}</span>
          </div>
        )}
        <button type="submit" class="button" data-kind="primary" disabled={session.busy.value}>
          {session.busy.value ? 'Signing in…' : 'Sign in'}
        </button>
      </form>
    </main>
  )
}
